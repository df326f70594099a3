import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { HttpAdapterHost } from '@nestjs/core';
import { JwtService, type JwtSignOptions } from '@nestjs/jwt';
import { errorBody } from '@troupe/contracts/errors';
import type { Actor } from '@troupe/test-kit/actors';
import type { Cast } from '@troupe/test-kit/world';
import { io, type Socket } from 'socket.io-client';
import { type House, JWT_SECRET, openHouse } from './support/boot.ts';
import { enter } from './support/chat.ts';

const ROUTES: [string, string][] = [
  ['POST', '/auth/register'],
  ['POST', '/auth/login'],
  ['POST', '/auth/refresh'],
  ['POST', '/auth/logout'],
  ['POST', '/chat/conversation'],
  ['PATCH', `/chat/conversation/${randomUUID()}`],
  ['POST', `/chat/conversation/${randomUUID()}/branch`],
  ['PUT', `/chat/conversation/${randomUUID()}/memory`],
  ['PUT', `/chat/message/${randomUUID()}/reaction`],
  ['POST', '/payment/sandbox/checkout'],
  ['POST', '/payment/sandbox/confirm'],
  ['POST', '/payment/sandbox/webhook'],
  ['POST', '/payment/payouts'],
  ['PUT', '/payment/payouts/profile'],
  ['POST', '/payment/payouts/destinations'],
  ['POST', `/admin/payouts/${randomUUID()}/reject`],
  ['POST', '/coin/transfer'],
  ['POST', '/coin/tip'],
  ['POST', '/coin/swap'],
  ['POST', '/account/adult'],
  ['POST', `/chat/message/${randomUUID()}/report`],
  ['POST', `/personas/${randomUUID()}/report`],
  ['POST', `/admin/reports/${randomUUID()}/resolve`],
  ['POST', '/creator/profile'],
  ['POST', '/creator/persona'],
  ['PATCH', `/creator/persona/${randomUUID()}`],
  ['POST', `/creator/persona/${randomUUID()}/publish`],
  ['POST', `/creator/persona/${randomUUID()}/versions/1/restore`],
  ['POST', '/creator/images'],
  ['PUT', `/creator/persona/${randomUUID()}/lorebook`],
  ['POST', `/creator/persona/${randomUUID()}/lorebook/entries`],
  ['PATCH', `/creator/persona/${randomUUID()}/lorebook/entries/1`],
  ['POST', `/creator/persona/${randomUUID()}/lorebook/order`],
  ['POST', `/creator/persona/${randomUUID()}/lorebook/trial`],
  ['POST', `/personas/${randomUUID()}/posts`],
  ['PATCH', `/posts/${randomUUID()}`],
  ['POST', `/posts/${randomUUID()}/report`],
  ['POST', '/notifications/read'],
  ['PUT', '/notifications/preferences'],
];
const PRIVATE: [string, string][] = [
  ['GET', '/auth/me'],
  ['GET', `/coin/balance/${randomUUID()}`],
  ['GET', `/coin/transactions/${randomUUID()}`],
  ['GET', `/coin/receipt/${randomUUID()}`],
  ['GET', '/coin/receipt/journal/1'],
  ['GET', `/coin/analytics/${randomUUID()}`],
  ['GET', '/coin/limits'],
  ['PATCH', '/coin/limits'],
  ['GET', '/coin/transfer/allowance'],
  ['GET', '/coin/swap/allowance'],
  ['POST', '/coin/transfer'],
  ['POST', '/coin/tip'],
  ['POST', '/coin/swap'],
  ['POST', '/admin/credits/set'],
  ['POST', '/admin/credits/bonus'],
  ['POST', '/account/adult'],
  ['POST', `/chat/message/${randomUUID()}/report`],
  ['POST', `/personas/${randomUUID()}/report`],
  ['PUT', `/personas/${randomUUID()}/block`],
  ['DELETE', `/personas/${randomUUID()}/block`],
  ['GET', '/personas/blocked'],
  ['GET', '/admin/reports'],
  ['GET', `/admin/reports/${randomUUID()}`],
  ['POST', `/admin/reports/${randomUUID()}/resolve`],
  ['GET', '/chat/conversations'],
  ['GET', `/chat/conversation/${randomUUID()}`],
  ['GET', `/chat/conversation/${randomUUID()}/messages`],
  ['POST', '/chat/conversation'],
  ['PATCH', `/chat/conversation/${randomUUID()}`],
  ['DELETE', `/chat/conversation/${randomUUID()}`],
  ['POST', `/chat/conversation/${randomUUID()}/read`],
  ['POST', `/chat/conversation/${randomUUID()}/branch`],
  ['GET', `/chat/conversation/${randomUUID()}/export`],
  ['GET', `/chat/conversation/${randomUUID()}/memory`],
  ['DELETE', `/chat/message/${randomUUID()}`],
  ['PUT', `/chat/conversation/${randomUUID()}/memory`],
  ['PUT', `/chat/message/${randomUUID()}/reaction`],
  ['GET', '/payment/history'],
  ['POST', '/payment/sandbox/checkout'],
  ['GET', '/payment/payouts'],
  ['POST', '/payment/payouts'],
  ['GET', '/payment/payouts/overview'],
  ['GET', '/payment/payouts/profile'],
  ['PUT', '/payment/payouts/profile'],
  ['GET', '/payment/payouts/destinations'],
  ['POST', '/payment/payouts/destinations'],
  ['POST', `/payment/payouts/destinations/${randomUUID()}/check`],
  ['DELETE', `/payment/payouts/destinations/${randomUUID()}`],
  ['GET', `/payment/payouts/${randomUUID()}`],
  ['POST', `/payment/payouts/${randomUUID()}/cancel`],
  ['GET', '/admin/payouts'],
  ['POST', `/admin/payouts/${randomUUID()}/approve`],
  ['POST', `/admin/payouts/${randomUUID()}/reject`],
  ['GET', `/analytics/creator/${randomUUID()}/overview`],
  ['POST', '/creator/profile'],
  ['PATCH', '/creator/profile'],
  ['GET', '/creator/personas'],
  ['POST', '/creator/persona'],
  ['GET', `/creator/persona/${randomUUID()}`],
  ['PATCH', `/creator/persona/${randomUUID()}`],
  ['DELETE', `/creator/persona/${randomUUID()}`],
  ['POST', `/creator/persona/${randomUUID()}/publish`],
  ['POST', `/creator/persona/${randomUUID()}/unpublish`],
  ['POST', `/creator/persona/${randomUUID()}/duplicate`],
  ['GET', `/creator/persona/${randomUUID()}/versions`],
  ['GET', `/creator/persona/${randomUUID()}/versions/1`],
  ['POST', `/creator/persona/${randomUUID()}/versions/1/restore`],
  ['POST', '/creator/images'],
  ['GET', '/library'],
  ['GET', '/creator/fans'],
  ['PUT', `/creator/fans/${randomUUID()}/block`],
  ['DELETE', `/creator/fans/${randomUUID()}/block`],
  ['POST', `/personas/${randomUUID()}/follow`],
  ['DELETE', `/personas/${randomUUID()}/follow`],
  ['POST', `/personas/${randomUUID()}/posts`],
  ['PATCH', `/posts/${randomUUID()}`],
  ['DELETE', `/posts/${randomUUID()}`],
  ['PUT', `/posts/${randomUUID()}/like`],
  ['DELETE', `/posts/${randomUUID()}/like`],
  ['GET', '/notifications'],
  ['GET', '/notifications/unread'],
  ['GET', '/notifications/preferences'],
  ['PUT', '/notifications/preferences'],
  ['POST', '/notifications/read'],
  ['PUT', `/notifications/${randomUUID()}/read`],
  ['DELETE', `/notifications/${randomUUID()}`],
];
const BAD_BODIES: [string, string, string][] = [
  ['broken JSON', 'application/json', '{"email": '],
  ['an empty body', 'application/json', ''],
  ['a list', 'application/json', '[]'],
  ['null', 'application/json', 'null'],
  ['a number', 'application/json', '42'],
  [
    'wrong types',
    'application/json',
    '{"email": 7, "password": {}, "personaId": [], "packId": null, "refreshToken": 1e999}',
  ],
  [
    'unknown fields',
    'application/json',
    `{"email": "a@b.co", "password": "long enough it is", "isAdmin": true, "refreshToken": "${'x'.repeat(40)}", "personaId": "${randomUUID()}", "packId": "${randomUUID()}", "paymentId": "${randomUUID()}", "outcome": "succeeded"}`,
  ],
  ['a prototype trick', 'application/json', '{"__proto__": {"admin": true}, "constructor": {"prototype": {"x": 1}}}'],
  [
    'NUL bytes',
    'application/json',
    '{"email": "a\\u0000@b.co", "password": "\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000"}',
  ],
  ['XML', 'application/xml', '<a/>'],
  ['one megabyte', 'application/json', JSON.stringify({ email: 'x'.repeat(1_000_000) })],
  ['deep nesting', 'application/json', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
];

describe('bad input', () => {
  let house: House;
  let fan: Actor;
  let cast: Cast;

  beforeAll(async () => {
    house = await openHouse();
    fan = await house.register();
    cast = await house.world.addCast();
  });
  afterAll(async () => house.close());

  const call = async (method: string, path: string, init: RequestInit = {}) => {
    const response = await fetch(house.origin + path, { method, ...init });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  };

  /** A refusal in the one error shape, and never our fault. */
  const expectRefusal = ({ status, body }: { status: number; body: unknown }): void => {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    const error = errorBody.parse(body);
    expect(error.statusCode).toBe(status);
    expect(error.requestId).not.toBe('');
  };

  describe.each(ROUTES)('%s %s', (method, path) => {
    it.each(BAD_BODIES)('refuses %s', async (_, contentType, body) => {
      const headers = {
        'content-type': contentType,
        authorization: `Bearer ${fan.session.token}`,
        'idempotency-key': 'bad input',
      };
      expectRefusal(await call(method, path, { headers, body }));
    });
  });

  const sign = (claims: object, secret = JWT_SECRET, options: JwtSignOptions = {}): string =>
    new JwtService().sign(claims, { secret, issuer: 'troupe', algorithm: 'HS256', expiresIn: 60, ...options });
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const unsigned = (claims: object): string =>
    `${part({ alg: 'none', typ: 'JWT' })}.${part({ ...claims, iss: 'troupe', exp: 4e9 })}.`;
  it.each([
    ['/auth/login', '{"email": "a@b.co", "password": '],
    ['/auth/refresh', 'refreshToken=1'],
    ['/chat/conversation', '{"personaId": "x",}'],
    ['/chat/conversation', ''],
  ])('POST %s with %j says that it is no JSON', async (path, body) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${fan.session.token}` };
    expect(await call('POST', path, { headers, body })).toMatchObject({
      status: 400,
      body: { code: 'malformed_json', statusCode: 400 },
    });
  });

  const sessionIdOf = (token: string): unknown =>
    (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sid: unknown }).sid;
  const good = () => ({ sub: fan.userId, name: 'Ann', sid: sessionIdOf(fan.session.token), roles: ['fan'] });
  const BAD_TOKENS: [string, () => string | undefined][] = [
    ['no token', () => undefined],
    ['an empty token', () => ''],
    ['nonsense', () => 'nonsense'],
    ['an expired token', () => sign(good(), JWT_SECRET, { expiresIn: -1 })],
    ['a token of another key', () => sign(good(), 'another secret that is quite long enough')],
    ['a token of another issuer', () => sign(good(), JWT_SECRET, { issuer: 'elsewhere' })],
    ['a token of another algorithm', () => sign(good(), JWT_SECRET, { algorithm: 'HS512' })],
    ['an unsigned token', () => unsigned(good())],
    ['a token without our claims', () => sign({ sub: 'root' })],
    ['a token of a session that never was', () => sign({ ...good(), sid: randomUUID() })],
    ['a token of another user’s session', () => sign({ ...good(), sub: randomUUID() })],
    ['a token with a role that is none', () => sign({ ...good(), roles: ['owner'] })],
  ];

  describe.each(PRIVATE)('%s %s', (method, path) => {
    it.each(BAD_TOKENS)('refuses %s', async (_, token) => {
      const value = token();
      const headers: Record<string, string> = value === undefined ? {} : { authorization: `Bearer ${value}` };
      const answer = await call(method, path, { headers });
      expectRefusal(answer);
      expect(answer.status).toBe(401);
    });
  });

  it.each([
    ['/personas?limit=0'],
    ['/personas?limit=100000'],
    ['/personas?limit=ten'],
    ['/personas?sort=random'],
    ['/personas?cursor=nonsense'],
    ['/personas?cursor=WzEsMl0'],
    ['/personas?unknown=1'],
    ['/personas?q=a&q=b'],
    [`/personas?q=${'x'.repeat(81)}`],
    ['/personas/No%20Such%20Slug'],
    ["/personas/'%3B%20DROP%20TABLE%20persona"],
    ['/personas/%00'],
    ['/personas/blocked?cursor=nonsense'],
    ['/care/resources?country=Q'],
    ['/coin/balance/not-an-id'],
    ['/coin/receipt/1'],
    ['/coin/receipt/journal/-1'],
    ['/coin/receipt/journal/9999999999999999999'],
    ['/coin/analytics/not-an-id'],
    ['/chat/conversation/1/messages'],
    ['/nowhere'],
    ['/%E0%A4%A'],
    ['/media/../package.json'],
    ['/media/%2e%2e/%2e%2e/package.json'],
  ])('GET %s is refused in the error shape', async (path) => {
    expectRefusal(await call('GET', path, { headers: { authorization: `Bearer ${fan.session.token}` } }));
  });

  it.each(['%', '_', '\\', "'", '"', '🎭', 'a b c d e f g h i j'])('searching for %j is a search', async (words) => {
    expect((await call('GET', `/personas?q=${encodeURIComponent(words)}`)).status).toBe(200);
  });

  it('who sends slowly has two minutes, and ten seconds for headers', () => {
    const server: Server = house.get(HttpAdapterHost).httpAdapter.getHttpServer();
    expect([server.requestTimeout, server.headersTimeout]).toEqual([120_000, 10_000]);
  });

  describe('over the socket', () => {
    const connectWith = async (token: unknown): Promise<{ socket: Socket; refusal: unknown }> => {
      const socket = io(house.origin, { transports: ['websocket'], auth: { token }, reconnection: false });
      const refusal = await new Promise<unknown>((resolve) => {
        socket.once('connect', () => resolve(undefined));
        socket.once('connect_error', (error) => resolve('data' in error ? error.data : error));
      });
      return { socket, refusal };
    };

    it.each([...BAD_TOKENS, ['an object for a token', () => ({ $ne: null })] as [string, () => unknown]])(
      'the handshake refuses %s',
      async (_, token) => {
        const { socket, refusal } = await connectWith(token());
        socket.close();
        expect(refusal).toMatchObject({ ok: false, code: 'unauthenticated' });
      },
    );

    it('every event refuses every bad payload and the connection lives on', async () => {
      const { conversationId } = await enter(fan, cast.personaId);
      const { socket } = await connectWith(fan.session.token);
      const valid = { conversationId, clientMessageId: randomUUID(), content: 'Hi' };
      const payloads: unknown[] = [
        undefined,
        null,
        7,
        'text',
        [],
        {},
        { conversationId: 7 },
        { ...valid, extra: true },
        { ...valid, content: '' },
        { ...valid, content: '   ' },
        { ...valid, content: 'x'.repeat(4_001) },
        { ...valid, content: 'nul\0' },
        { ...valid, content: '\ud800' },
        { ...valid, content: ['Hi'] },
        { ...valid, clientMessageId: 'again' },
        { ...valid, maxPriceMicrocoins: -1 },
        { ...valid, maxPriceMicrocoins: 1.5 },
        { replyId: '../../etc' },
      ];
      for (const event of ['sendMessage', 'stopGeneration']) {
        for (const payload of payloads) {
          expect(await socket.timeout(3_000).emitWithAck(event, payload)).toMatchObject({
            ok: false,
            code: 'validation_failed',
          });
        }
      }
      expect(await socket.timeout(3_000).emitWithAck('nonsense', {})).toMatchObject({ ok: false, code: 'not_found' });
      socket.emit('sendMessage', valid.content);
      socket.emit('joinRoom');
      expect(await socket.timeout(3_000).emitWithAck('leaveRoom', { conversationId })).toEqual({ ok: true });
      socket.close();
      const rows = await house.world.query("SELECT id FROM message WHERE conversation_id = $1 AND role = 'user'", [
        conversationId,
      ]);
      expect(rows).toEqual([]);
    });

    it('a packet of a megabyte ends its connection and nothing else', async () => {
      const { socket } = await connectWith(fan.session.token);
      const gone = new Promise<string>((resolve) => socket.once('disconnect', resolve));
      socket.emit('sendMessage', { content: 'x'.repeat(1_000_000) });
      expect(await gone).toMatch(/transport/);
      expect((await call('GET', '/health/live')).status).toBe(200);
    });

    it('too many events in a row are refused, not queued', async () => {
      const { socket } = await connectWith((await house.register()).session.token);
      const answers = (await Promise.all(
        Array.from({ length: 80 }, () =>
          socket.timeout(5_000).emitWithAck('leaveRoom', { conversationId: randomUUID() }),
        ),
      )) as { ok: boolean; code?: string }[];
      expect(answers.filter((answer) => answer.ok)).toHaveLength(60);
      expect(answers.filter((answer) => answer.code === 'rate_limited')).toHaveLength(20);
      socket.close();
    });

    it('a socket ends with its token', async () => {
      const token = sign({ ...good() }, JWT_SECRET, { expiresIn: 1 });
      const { socket } = await connectWith(token);
      expect(await new Promise((resolve) => socket.once('disconnect', resolve))).toBe('io server disconnect');
    });
  });
});
