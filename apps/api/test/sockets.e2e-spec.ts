import { randomUUID } from 'node:crypto';
import { LIMITS } from '@troupe/contracts/limits';
import type { Actor } from '@troupe/test-kit/actors';
import { until } from '@troupe/test-kit/until';
import { io, type Socket } from 'socket.io-client';
import { type House, openHouse } from './support/boot.ts';

interface Answer {
  ok: boolean;
  code?: string;
}

describe('limits of sockets', () => {
  let house: House;
  const opened: { close(): unknown }[] = [];

  beforeAll(async () => {
    house = await openHouse();
  });
  afterEach(() => {
    for (const socket of opened.splice(0)) socket.close();
  });
  afterAll(async () => house.close());

  const connect = async (fan: Actor): Promise<Socket> => {
    const auth = { token: fan.session.token };
    const socket = io(house.origin, { transports: ['websocket'], auth, reconnection: false, forceNew: true });
    opened.push(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', () => resolve());
      socket.once('connect_error', reject);
    });
    return socket;
  };
  const ask = async (socket: Socket, event: string, payload: object): Promise<Answer> =>
    socket.timeout(5_000).emitWithAck(event, payload);
  const leave = async (socket: Socket): Promise<Answer> => ask(socket, 'leaveRoom', { conversationId: randomUUID() });

  it('a user’s events are counted over all their connections, the closed ones too', async () => {
    const fan = await house.register();
    let taken = 0;
    for (let connection = 0; connection < 4; connection += 1) {
      const socket = await connect(fan);
      const answers = await Promise.all(Array.from({ length: 30 }, () => leave(socket)));
      taken += answers.filter((answer) => answer.ok).length;
      socket.close();
    }
    expect(taken).toBe(LIMITS.socketEventsPerTenSecondsMax);
    expect(await leave(await connect(await house.register()))).toEqual({ ok: true });
  });

  it('events that don’t exist are counted like those that do, and a flood of them ends the connection', async () => {
    const socket = await connect(await house.register());
    const gone = new Promise<string>((resolve) => socket.once('disconnect', resolve));
    const answers: Promise<string | undefined>[] = Array.from({ length: LIMITS.socketEventsPerTenSecondsMax + 1 }, () =>
      ask(socket, 'nonsense', {}).then(
        (answer) => answer.code,
        () => 'lost',
      ),
    );
    socket.emit('nonsense without an acknowledgement');
    expect(await gone).toBe('io server disconnect');
    const codes = await Promise.all(answers);
    expect(codes.filter((code) => code === 'not_found')).toHaveLength(LIMITS.socketEventsPerTenSecondsMax);
  });

  it('a socket watches twenty conversations, asked for at once or one after the other, and may ask again for those', async () => {
    const fan = await house.register();
    const casts = await Promise.all(Array.from({ length: LIMITS.roomsPerSocketMax + 5 }, () => house.world.addCast()));
    const made = await Promise.all(casts.map((cast) => fan.api.chat.createConversation(cast.personaId)));
    const join = async (socket: Socket, conversationId: string): Promise<Answer> =>
      ask(socket, 'joinRoom', { conversationId });
    const socket = await connect(fan);
    const answers = await Promise.all(made.map(({ id }) => join(socket, id)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(LIMITS.roomsPerSocketMax);
    const joined = made.filter((_, index) => answers[index]?.ok)[0]?.id ?? '';
    const refused = made.filter((_, index) => !answers[index]?.ok)[0]?.id ?? '';
    expect(await join(socket, joined)).toMatchObject({ ok: true });
    expect(await join(socket, refused)).toMatchObject({ ok: false, code: 'rate_limited' });
    await ask(socket, 'leaveRoom', { conversationId: joined });
    expect(await join(socket, refused)).toMatchObject({ ok: true });
  });

  it('connections that say nobody’s name are few per address, and leave room when they go', async () => {
    const fan = await house.register();
    const url = `${house.origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const silent = Array.from({ length: LIMITS.anonymousSocketsPerAddressMax + 10 }, () => new WebSocket(url));
    opened.push(...silent);
    const countIn = (state: number): number => silent.filter((socket) => socket.readyState === state).length;
    await until(
      'the surplus to be closed',
      () => countIn(WebSocket.CONNECTING) === 0 && countIn(WebSocket.CLOSED) === 10,
    );
    await expect(connect(fan)).rejects.toThrow();
    expect(countIn(WebSocket.OPEN)).toBe(LIMITS.anonymousSocketsPerAddressMax);
    for (const socket of silent) socket.close();
    const socket = await until('a place to be free', () => connect(fan).catch(() => false as const));
    expect(await leave(socket)).toEqual({ ok: true });
  });

  it('connections that said their name leave room for others', async () => {
    const fans = await Promise.all(Array.from({ length: 3 }, () => house.register()));
    const many = fans.flatMap((fan) => Array.from({ length: LIMITS.socketsPerUserMax }, () => fan));
    for (const fan of many) await connect(fan);
    expect(opened.length).toBeGreaterThan(LIMITS.anonymousSocketsPerAddressMax);
  });
});
