import { randomUUID } from 'node:crypto';
import { type ApiError, createApiClient } from '@troupe/api-client';
import type { AuthSession } from '@troupe/contracts/http/auth';
import type { Actor } from '@troupe/test-kit/actors';
import { until } from '@troupe/test-kit/until';
import { io, type Socket } from 'socket.io-client';
import { type House, openHouse } from './support/boot.ts';

const codeOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'allowed',
    (error: ApiError) => error.code,
  );

describe('the end of a session', () => {
  let house: House;
  let packId: string;
  let personaId: string;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    house = await openHouse();
    packId = await house.world.addPack();
    ({ personaId } = await house.world.addCast());
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.close();
  });
  afterAll(async () => house.close());

  const visitor = () => createApiClient({ baseUrl: house.origin });
  const sessionIdOf = ({ token }: AuthSession): string =>
    (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sid: string }).sid;
  /** A socket that stays away once it was sent away; undefined when its handshake is refused. */
  const connect = async (token: string): Promise<Socket | undefined> => {
    const socket = io(house.origin, {
      transports: ['websocket'],
      auth: { token },
      reconnection: false,
      forceNew: true,
    });
    sockets.push(socket);
    return new Promise((resolve) => {
      socket.once('connect', () => resolve(socket));
      socket.once('connect_error', () => resolve(undefined));
    });
  };
  const connected = async (token: string): Promise<Socket> => {
    const socket = await connect(token);
    if (socket === undefined) throw new Error('the handshake was refused');
    return socket;
  };
  const everyCall = ({ api, userId }: Actor): [string, Promise<unknown>][] => [
    ['me', api.auth.me()],
    ['balance', api.coin.balance(userId)],
    ['transactions', api.coin.transactions(userId)],
    ['conversations', api.chat.conversations()],
    ['createConversation', api.chat.createConversation(personaId)],
    ['checkout', api.payment.sandboxCheckout({ packId, currency: 'USD' })],
    ['history', api.payment.history()],
    ['overview', api.analytics.creatorOverview(userId)],
  ];

  it('with its user: their token opens nothing any more, over HTTP and over the socket', async () => {
    const ghost = await house.register();
    await house.world.query('DELETE FROM app_user WHERE id = $1', [ghost.userId]);
    for (const [name, call] of everyCall(ghost)) expect([name, await codeOf(call)]).toEqual([name, 'unauthenticated']);
    expect(await connect(ghost.session.token)).toBeUndefined();
  });

  it('that was revoked elsewhere is noticed within seconds', async () => {
    const fan = await house.register();
    expect(await codeOf(fan.api.auth.me())).toBe('allowed');
    await house.world.query('UPDATE session SET revoked_at = now() WHERE user_id = $1', [fan.userId]);
    await until('the token to be refused', async () => (await codeOf(fan.api.auth.me())) === 'unauthenticated');
  });

  it('by logout: its sockets go at once, its access token with them, and other sessions stay', async () => {
    const fan = await house.register();
    const other = await visitor().auth.login({ email: fan.session.user.email, password: 'a long enough password' });
    const [leaving, staying] = await Promise.all([connected(fan.session.token), connected(other.token)]);
    const gone = new Promise<string>((resolve) => leaving.once('disconnect', resolve));
    expect(await codeOf(fan.api.auth.me())).toBe('allowed');
    await visitor().auth.logout({ refreshToken: fan.session.refreshToken });
    expect(await gone).toBe('io server disconnect');
    expect(await codeOf(fan.api.auth.me())).toBe('unauthenticated');
    expect(await connect(fan.session.token)).toBeUndefined();
    expect(await staying.timeout(3_000).emitWithAck('leaveRoom', { conversationId: randomUUID() })).toEqual({
      ok: true,
    });
  });

  it('by a stolen refresh token that is used again: its sockets go as well', async () => {
    const fan = await house.register();
    const socket = await connected(fan.session.token);
    const gone = new Promise<string>((resolve) => socket.once('disconnect', resolve));
    const { refreshToken } = fan.session;
    await visitor().auth.refresh({ refreshToken });
    await house.world.query("UPDATE refresh_token SET used_at = used_at - interval '31 s' WHERE session_id = $1", [
      sessionIdOf(fan.session),
    ]);
    expect(await codeOf(visitor().auth.refresh({ refreshToken }))).toBe('session_revoked');
    expect(await gone).toBe('io server disconnect');
  });

  describe('and its refresh tokens', () => {
    it('are one line: parallel tabs that renew with the same token get the same next one', async () => {
      const { session } = await house.register();
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => visitor().auth.refresh({ refreshToken: session.refreshToken })),
      );
      expect(new Set(answers.map((answer) => answer.refreshToken)).size).toBe(1);
      expect(answers[0]?.refreshToken).not.toBe(session.refreshToken);
    });

    it('end when an old one comes back after its successor was used, however soon', async () => {
      const { session } = await house.register();
      const second = await visitor().auth.refresh({ refreshToken: session.refreshToken });
      const third = await visitor().auth.refresh({ refreshToken: second.refreshToken });
      expect(await codeOf(visitor().auth.refresh({ refreshToken: session.refreshToken }))).toBe('session_revoked');
      expect(await codeOf(visitor().auth.refresh({ refreshToken: third.refreshToken }))).toBe('session_revoked');
    });

    it('end when two who share one have both gone on with it', async () => {
      const { session } = await house.register();
      const victim = await visitor().auth.refresh({ refreshToken: session.refreshToken });
      const thief = await visitor().auth.refresh({ refreshToken: session.refreshToken });
      await visitor().auth.refresh({ refreshToken: victim.refreshToken });
      await house.world.query("UPDATE refresh_token SET used_at = used_at - interval '31 s' WHERE session_id = $1", [
        sessionIdOf(session),
      ]);
      expect(await codeOf(visitor().auth.refresh({ refreshToken: thief.refreshToken }))).toBe('session_revoked');
    });
  });
});
