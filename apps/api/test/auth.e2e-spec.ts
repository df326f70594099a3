import { randomUUID } from 'node:crypto';
import { type ApiClient, type ApiError, createApiClient } from '@troupe/api-client';
import { type House, openHouse } from './support/boot.ts';

const codeOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'allowed',
    (error: ApiError) => error.code,
  );
const PASSWORD = 'a long enough password';

describe('signing up and in', () => {
  let house: House;
  let visitor: ApiClient;
  const newEmail = (): string => `${randomUUID()}@Test.Local`;

  beforeAll(async () => {
    house = await openHouse();
    visitor = createApiClient({ baseUrl: house.origin });
  });
  afterAll(async () => house.close());

  it('registers with 30 bonus coins and a name from the e-mail, and signs in whatever the case of the e-mail', async () => {
    const email = newEmail();
    const session = await visitor.auth.register({ email, password: PASSWORD });
    expect(session.user).toMatchObject({ email: email.toLowerCase(), roles: ['fan'] });
    const api = createApiClient({ baseUrl: house.origin, getToken: async () => session.token });
    expect((await api.auth.me()).balance).toMatchObject({
      balanceMicrocoins: 30_000_000,
      bonusMicrocoins: 30_000_000,
      coinsMicrocoins: 0,
    });
    expect((await visitor.auth.login({ email: email.toUpperCase(), password: PASSWORD })).user.id).toBe(
      session.user.id,
    );
  });

  it('lets one of ten registrations of the same e-mail at once through', async () => {
    const email = newEmail();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => codeOf(visitor.auth.register({ email, password: PASSWORD }))),
    );
    expect(outcomes.filter((outcome) => outcome === 'allowed')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'email_taken')).toHaveLength(9);
    const wallets = await house.world.query(
      'SELECT w.bonus FROM wallet w JOIN app_user u ON u.id = w.owner_id WHERE u.email = $1',
      [email.toLowerCase()],
    );
    expect(wallets).toEqual([{ bonus: '30000000' }]);
  });

  it('says the same of a wrong password and of an unknown e-mail', async () => {
    const email = newEmail();
    await visitor.auth.register({ email, password: PASSWORD });
    expect(await codeOf(visitor.auth.login({ email, password: 'another password' }))).toBe('invalid_credentials');
    expect(await codeOf(visitor.auth.login({ email: newEmail(), password: PASSWORD }))).toBe('invalid_credentials');
  });

  it('stores neither the password nor the refresh token', async () => {
    const session = await visitor.auth.register({ email: newEmail(), password: PASSWORD });
    const dump = await house.world.query(
      `SELECT (SELECT json_agg(u) FROM app_user u)::text || (SELECT json_agg(encode(token_hash, 'escape')) FROM refresh_token)::text AS text`,
    );
    expect(String(dump[0]?.['text'])).toContain('$argon2id$');
    expect(String(dump[0]?.['text'])).not.toContain(PASSWORD);
    expect(String(dump[0]?.['text'])).not.toContain(session.refreshToken);
  });

  it('rotates refresh tokens, forgives parallel tabs, and ends the family on real reuse', async () => {
    const first = await visitor.auth.register({ email: newEmail(), password: PASSWORD });
    const [second, twin] = await Promise.all([
      visitor.auth.refresh({ refreshToken: first.refreshToken }),
      visitor.auth.refresh({ refreshToken: first.refreshToken }),
    ]);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(twin.refreshToken).toBe(second.refreshToken);
    await house.world.query(
      "UPDATE refresh_token SET used_at = used_at - interval '31 seconds' WHERE used_at IS NOT NULL",
    );
    expect(await codeOf(visitor.auth.refresh({ refreshToken: first.refreshToken }))).toBe('session_revoked');
    expect(await codeOf(visitor.auth.refresh({ refreshToken: second.refreshToken }))).toBe('session_revoked');
    expect(await codeOf(visitor.auth.refresh({ refreshToken: twin.refreshToken }))).toBe('session_revoked');
  });

  it('ends the session on logout, and takes a second logout calmly', async () => {
    const session = await visitor.auth.register({ email: newEmail(), password: PASSWORD });
    await visitor.auth.logout({ refreshToken: session.refreshToken });
    expect(await codeOf(visitor.auth.logout({ refreshToken: session.refreshToken }))).toBe('allowed');
    expect(await codeOf(visitor.auth.refresh({ refreshToken: session.refreshToken }))).toBe('session_revoked');
  });
});
