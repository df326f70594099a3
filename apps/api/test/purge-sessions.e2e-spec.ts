import { createApiClient } from '@troupe/api-client';
import { until } from '@troupe/test-kit/until';
import { type House, openHouse } from './support/boot.ts';

describe('sessions that are over', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({ SESSION_PURGE_INTERVAL_MS: '1000' });
  });
  afterAll(async () => house.close());

  const sessionsOf = async (userId: string): Promise<{ agent: string; tokens: number }[]> =>
    house.world.query(
      `SELECT s.user_agent AS agent, count(t.token_hash)::int AS tokens FROM session s LEFT JOIN refresh_token t ON t.session_id = s.id
       WHERE s.user_id = $1 GROUP BY s.id, s.user_agent ORDER BY s.user_agent`,
      [userId],
    );

  it('are deleted with their refresh tokens once a day has passed, and no others', async () => {
    const fan = await house.register();
    const { email } = fan.session.user;
    for (const agent of ['b-expired', 'c-expired-lately', 'd-revoked', 'e-revoked-lately']) {
      const api = createApiClient({ baseUrl: house.origin, headers: { 'user-agent': agent } });
      await api.auth.login({ email, password: 'a long enough password' });
    }
    await house.world.query(
      `UPDATE session SET user_agent = 'a-open' WHERE user_id = $1 AND user_agent NOT LIKE '_-%'`,
      [fan.userId],
    );
    const age = async (agent: string, column: string, interval: string): Promise<void> => {
      await house.world.query(
        `UPDATE session SET ${column} = now() - $2::interval WHERE user_id = $1 AND user_agent = $3`,
        [fan.userId, interval, agent],
      );
    };
    await age('c-expired-lately', 'expires_at', '23 hours');
    await age('e-revoked-lately', 'revoked_at', '23 hours');
    await age('b-expired', 'expires_at', '25 hours');
    await age('d-revoked', 'revoked_at', '25 hours');
    const kept = [
      { agent: 'a-open', tokens: 1 },
      { agent: 'c-expired-lately', tokens: 1 },
      { agent: 'e-revoked-lately', tokens: 1 },
    ];
    await until('the purge', async () => (await sessionsOf(fan.userId)).length === kept.length);
    expect(await sessionsOf(fan.userId)).toEqual(kept);
    const [orphans] = await house.world.query(
      'SELECT count(*)::int AS n FROM refresh_token t LEFT JOIN session s ON s.id = t.session_id WHERE s.id IS NULL',
    );
    expect(orphans).toEqual({ n: 0 });
  });
});
