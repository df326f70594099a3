import { randomUUID } from 'node:crypto';
import { createApiClient } from '@troupe/api-client';
import { CLIENT_ADDRESS_HEADER, INTERNAL_TOKEN_HEADER } from '@troupe/contracts/http/forwarding';
import { type House, INTERNAL_TOKEN, openHouse } from './support/boot.ts';

const AUTH_PER_MINUTE = 15;

describe('rate limits', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({
      RATE_LIMIT_AUTH_PER_MINUTE: String(AUTH_PER_MINUTE),
      RATE_LIMIT_LOGIN_PER_EMAIL_PER_MINUTE: '3',
      TRUSTED_PROXIES: '192.0.2.1, 2001:db8:1::/48',
    });
  });
  afterAll(async () => house.close());

  /** What the web app says of a visitor who connected to it from `address`. */
  const through = (address: string, forwardedFor?: string): Record<string, string> => ({
    [INTERNAL_TOKEN_HEADER]: INTERNAL_TOKEN,
    [CLIENT_ADDRESS_HEADER]: address,
    ...(forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor }),
  });
  const post = async (path: string, headers: Record<string, string>, body: object): Promise<Response> =>
    fetch(house.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const login = async (headers: Record<string, string>, email = `${randomUUID()}@test.local`): Promise<number> =>
    (await post('/auth/login', headers, { email, password: 'whatever it is' })).status;
  /** How many of a burst were turned away. */
  const refusedOf = async (
    attempts: number,
    headersOf: (attempt: number) => Record<string, string>,
  ): Promise<number> => {
    const statuses = await Promise.all(Array.from({ length: attempts }, (_, attempt) => login(headersOf(attempt))));
    return statuses.filter((status) => status === 429).length;
  };

  it('stop guessing at one e-mail from many addresses', async () => {
    const statuses: number[] = [];
    for (let host = 1; host <= 5; host += 1) {
      statuses.push(await login(through(`10.0.0.${host}`), 'victim@test.local'));
    }
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
  });

  it.each(['register', 'login'])(
    'stop a flood from one address on /auth/%s and say when to come back',
    async (route) => {
      const address = `10.1.0.${route.length}`;
      const answers = await Promise.all(
        Array.from({ length: AUTH_PER_MINUTE + 5 }, () => post(`/auth/${route}`, through(address), {})),
      );
      const refused = answers.filter((answer) => answer.status === 429);
      expect(refused).toHaveLength(5);
      expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await refused[0]?.json()).toMatchObject({ code: 'rate_limited', statusCode: 429 });
    },
  );

  it('count by the connection, whatever address a caller claims', async () => {
    const claims: [string, (attempt: number) => Record<string, string>][] = [
      ['forwarded', (attempt) => ({ 'x-forwarded-for': `198.51.100.${attempt}` })],
      ['told', (attempt) => ({ [CLIENT_ADDRESS_HEADER]: `198.51.100.${attempt}` })],
      ['token', (attempt) => ({ ...through(`198.51.100.${attempt}`), [INTERNAL_TOKEN_HEADER]: 'x'.repeat(43) })],
    ];
    // All of them come from one real address and fill one bucket.
    let refused = 0;
    for (const [, headersOf] of claims) refused += await refusedOf(10, headersOf);
    expect(refused).toBe(30 - AUTH_PER_MINUTE);
  });

  it('believe the web app about who connected to it, and nobody behind it about more', async () => {
    expect(await refusedOf(20, (attempt) => through(`203.0.113.${attempt}`))).toBe(0);
    expect(await refusedOf(20, (attempt) => through('203.0.113.99', `198.51.100.${attempt}`))).toBe(5);
  });

  it('look behind the proxies that the operator named, up to the first hop that nobody vouches for', async () => {
    expect(await refusedOf(20, (attempt) => through('192.0.2.1', `203.0.114.${attempt}`))).toBe(0);
    expect(await refusedOf(20, (attempt) => through('192.0.2.1', `198.51.100.${attempt}, 203.0.115.1`))).toBe(5);
    expect(await refusedOf(20, (attempt) => through('2001:db8:1::5', `203.0.116.${attempt}, 192.0.2.1`))).toBe(0);
    expect(await refusedOf(20, (attempt) => through('192.0.2.1', `nonsense${attempt}`))).toBe(5);
  });

  it('take an IPv6 network for one caller, and a mapped IPv4 address for what it is', async () => {
    expect(await refusedOf(20, (attempt) => through(`2001:db8:2:3::${attempt.toString(16)}`))).toBe(5);
    expect(await refusedOf(20, (attempt) => through(`2001:db8:2:${attempt + 16}::1`))).toBe(0);
    expect(await refusedOf(20, (attempt) => through(attempt % 2 === 0 ? '203.0.117.1' : '::ffff:203.0.117.1'))).toBe(5);
  });

  it.each(['refresh', 'logout'])(
    'count /auth/%s by its token: an emptied bucket of the address keeps nobody out',
    async (route) => {
      const address = `203.0.118.${route.length}`;
      const email = `${randomUUID()}@test.local`;
      const victim = await createApiClient({ baseUrl: house.origin, headers: through('203.0.119.1') }).auth.register({
        email,
        password: 'a long enough password',
      });
      expect(await refusedOf(20, () => through(address))).toBe(5);
      const answers = await Promise.all(
        Array.from({ length: 20 }, () =>
          post(`/auth/${route}`, through(address), { refreshToken: route.padEnd(40, 'x') }),
        ),
      );
      expect(answers.filter((answer) => answer.status === 429)).toHaveLength(5);
      const own = await post(`/auth/${route}`, through(address), { refreshToken: victim.refreshToken });
      expect(own.ok).toBe(true);
    },
  );

  it('let the sandbox reach its own webhook, whoever emptied the bucket of its address', async () => {
    const flooded = await openHouse({ RATE_LIMIT_PER_MINUTE: '30' });
    try {
      const fan = await flooded.register();
      const api = createApiClient({
        baseUrl: flooded.origin,
        headers: through('203.0.113.1'),
        getToken: async () => fan.session.token,
      });
      const packId = await flooded.world.addPack();
      const { payment } = await api.payment.sandboxCheckout({ packId, currency: 'USD' });
      const flood = await Promise.all(Array.from({ length: 40 }, () => fetch(`${flooded.origin}/personas`)));
      expect(flood.some((answer) => answer.status === 429)).toBe(true);
      const paid = await api.payment.sandboxConfirm({ paymentId: payment.id, outcome: 'succeeded' });
      expect(paid.payment.status).toBe('succeeded');
    } finally {
      await flooded.close();
    }
  });
});
