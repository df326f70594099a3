import { randomUUID } from 'node:crypto';
import { createApiClient } from '@troupe/api-client';
import { CLIENT_ADDRESS_HEADER, CLIENT_DEVICE_HEADER, INTERNAL_TOKEN_HEADER } from '@troupe/contracts/http/forwarding';
import { until } from '@troupe/test-kit/until';
import { NoteDeviceService } from '../../src/modules/payment/payouts/note-device.service.ts';
import { type House, INTERNAL_TOKEN, openHouse } from '../support/boot.ts';

const PASSWORD = 'a long enough password';
const vouched = (device: string) => ({
  [INTERNAL_TOKEN_HEADER]: INTERNAL_TOKEN,
  [CLIENT_ADDRESS_HEADER]: '192.0.2.7',
  [CLIENT_DEVICE_HEADER]: device,
});

/** Somebody who signed up through a browser, as the web app tells it. */
const signUp = async (house: House, headers: Record<string, string>) => {
  const email = `${randomUUID()}@test.local`;
  const { user } = await createApiClient({ baseUrl: house.origin, headers }).auth.register({
    email,
    password: PASSWORD,
    name: 'Ann',
  });
  return { userId: user.id, email };
};
const devicesOf = async (house: House, userId: string): Promise<number> =>
  (await house.world.query("SELECT 1 FROM risk_signal WHERE user_id = $1 AND kind = 'device'", [userId])).length;

describe('the browser that somebody signs in with, where real money is paid out', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({
      STRIPE_SECRET_KEY: 'sk_test_never_asked',
      STRIPE_PUBLISHABLE_KEY: 'pk_test_never_asked',
      STRIPE_WEBHOOK_SECRETS: 'whsec_never_asked',
      STRIPE_API_URL: 'http://127.0.0.1:9',
    });
  });
  afterAll(async () => house.close());

  it('is noted at each sign-up and sign-in, once each, and says who may be one person', async () => {
    const [shared, own] = [randomUUID(), randomUUID()];
    const fan = await signUp(house, vouched(shared));
    const creator = await signUp(house, vouched(own));
    await until('both sign-ups to be noted', async () => (await devicesOf(house, creator.userId)) === 1);
    for (const device of [shared, shared, own]) {
      await createApiClient({ baseUrl: house.origin, headers: vouched(device) }).auth.login({
        email: creator.email,
        password: PASSWORD,
      });
    }
    await until('the second browser to be noted', async () => (await devicesOf(house, creator.userId)) === 2);
    expect(await devicesOf(house, fan.userId)).toBe(1);
    const alike = await house.world.query<{ user_id: string }>(
      `SELECT DISTINCT b.user_id FROM risk_signal a JOIN risk_signal b USING (value_hash)
       WHERE a.user_id = $1 AND b.user_id <> a.user_id`,
      [creator.userId],
    );
    expect(alike).toEqual([{ user_id: fan.userId }]);
    const kept = JSON.stringify(await house.world.query('SELECT s::text FROM risk_signal s'));
    for (const device of [shared, own]) expect(kept).not.toContain(device.replaceAll('-', '').slice(0, 12));
  });

  const device = randomUUID();
  it.each([
    ['says so itself', { [CLIENT_DEVICE_HEADER]: device }],
    ['guesses the secret', { ...vouched(device), [INTERNAL_TOKEN_HEADER]: 'x'.repeat(INTERNAL_TOKEN.length) }],
    ['has no browser', { [INTERNAL_TOKEN_HEADER]: INTERNAL_TOKEN, [CLIENT_ADDRESS_HEADER]: '192.0.2.7' }],
    ['has one that is no UUID', vouched('the same for everybody')],
    ['signs in with a wrong password', null],
  ])('is not noted of somebody who %s', async (_, headers) => {
    const { userId, email } = await signUp(house, headers ?? {});
    if (headers === null) {
      const visitor = createApiClient({ baseUrl: house.origin, headers: vouched(device) });
      await expect(visitor.auth.login({ email, password: 'not the password' })).rejects.toMatchObject({
        code: 'invalid_credentials',
      });
    }
    // Whoever comes after is noted: the one before would have been by then.
    const next = await signUp(house, vouched(randomUUID()));
    await until('the next one to be noted', async () => (await devicesOf(house, next.userId)) === 1);
    expect(await devicesOf(house, userId)).toBe(0);
  });
});

describe('the browser that somebody signs in with, where the sandbox alone pays', () => {
  it('is not noted: whoever tries it out is fan and creator in one', async () => {
    const house = await openHouse();
    const { userId } = await signUp(house, vouched(randomUUID()));
    await house.get(NoteDeviceService).note({ userId, deviceId: randomUUID() });
    expect(await devicesOf(house, userId)).toBe(0);
    await house.close();
  });
});
