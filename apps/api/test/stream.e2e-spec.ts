import { randomUUID } from 'node:crypto';
import type { Actor } from '@troupe/test-kit/actors';
import { until } from '@troupe/test-kit/until';
import type { Cast } from '@troupe/test-kit/world';
import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { faultsIn, setBonus } from './support/books.ts';
import { type House, openHouse } from './support/boot.ts';
import { endOf, enter } from './support/chat.ts';

const PRICE = 2_000_000;
const WELCOME = 30_000_000;

interface Stream {
  status: number;
  body: { code?: string };
  events: EventSourceMessage[];
  /** Resolves when the server has ended it. */
  ended: Promise<void>;
  leave(): void;
}

describe('POST /chat', () => {
  let house: House;
  let cast: Cast;

  beforeAll(async () => {
    house = await openHouse({ LLM_FIRST_TOKEN_TIMEOUT_MS: '60000', LLM_IDLE_TIMEOUT_MS: '60000' });
    cast = await house.world.addCast();
  });
  afterAll(async () => house.close());
  beforeEach(() => house.llm.script({ kind: 'reply', words: ['Well ', 'met, ', 'friend.'], wordDelayMs: 5 }));
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  const post = async (fan: Actor, body: unknown, headers: Record<string, string> = {}): Promise<Stream> => {
    const leaving = new AbortController();
    const response = await fetch(`${house.origin}/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${fan.session.token}`, ...headers },
      body: JSON.stringify(body),
      signal: leaving.signal,
    });
    const events: EventSourceMessage[] = [];
    if (!response.headers.get('content-type')?.startsWith('text/event-stream')) {
      const refusal = (await response.json()) as { code: string };
      return { status: response.status, body: refusal, events, ended: Promise.resolve(), leave: () => undefined };
    }
    const parser = createParser({ onEvent: (event) => events.push(event) });
    const read = async () => {
      for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) parser.feed(chunk);
    };
    const ended = read().catch((error: unknown) => {
      if (!leaving.signal.aborted) throw error;
    });
    return { status: response.status, body: {}, events, ended, leave: () => leaving.abort() };
  };
  const named = (stream: Stream, name: string) =>
    stream.events
      .filter((event) => event.event === name)
      .map((event) => JSON.parse(event.data) as Record<string, unknown>);
  const textOf = (stream: Stream) =>
    named(stream, 'answer')
      .map((answer) => answer['content'])
      .join('');

  it('opens a conversation, charges, and tells meta, answer, usage and done', async () => {
    const fan = await house.register();
    const stream = await post(fan, { message: 'Hello', personaId: cast.personaId });
    await stream.ended;
    expect(stream.status).toBe(200);
    expect([...new Set(stream.events.map((event) => event.event))]).toEqual(['meta', 'answer', 'usage', 'done']);
    expect(textOf(stream)).toBe('Well met, friend.');
    expect(named(stream, 'answer').at(-1)).toEqual({ content: '', finished: true });
    expect(named(stream, 'usage')).toEqual([
      {
        tokensUsed: expect.any(Number),
        chargedMicrocoins: PRICE,
        refundedMicrocoins: 0,
        balanceAfterMicrocoins: WELCOME - PRICE,
      },
    ]);
    expect(named(stream, 'done')).toEqual([{ status: 'done' }]);
  });

  it('is the same reply that a socket sees, and a reader that goes away stops nothing', async () => {
    const fan = await house.register();
    const scene = await enter(fan, cast.personaId);
    const stream = await post(fan, { message: 'Hello', conversationId: scene.conversationId });
    await until('meta', () => named(stream, 'meta').length === 1);
    stream.leave();
    const replyId = String(named(stream, 'meta')[0]?.['replyId']);
    expect(await endOf(scene, replyId)).toMatchObject({ status: 'done', content: 'Well met, friend.' });
  });

  it('goes on from the last event that was seen, without a missing or doubled character', async () => {
    house.llm.script({ kind: 'hang', afterWords: ['Once ', 'upon '] });
    const fan = await house.register();
    const body = { message: 'Hello', personaId: cast.personaId };
    const stream = await post(fan, body);
    await until('the words', () => textOf(stream) === 'Once upon ');
    stream.leave();
    const last = stream.events.at(-1)?.id ?? '';
    const again = await post(fan, body, { 'last-event-id': last });
    await until('meta', () => named(again, 'meta').length === 1);
    const replyId = String(named(again, 'meta')[0]?.['replyId']);
    const socket = await fan.openSocket();
    await socket.emit('stopGeneration', { replyId });
    await again.ended;
    expect(textOf(again)).toBe('');
    expect(named(again, 'done')).toEqual([{ status: 'stopped' }]);
    const whole = await post(fan, body, { 'last-event-id': `${replyId}:4` });
    await whole.ended;
    expect(textOf(whole)).toBe(' upon ');
    expect((await fan.api.coin.balance(fan.userId)).balanceMicrocoins).toBe(WELCOME - PRICE);
  });

  it('charges a retry with the same clientMessageId once, and streams the same reply again', async () => {
    const fan = await house.register();
    const scene = await enter(fan, cast.personaId);
    const body = { message: 'Once', conversationId: scene.conversationId, clientMessageId: randomUUID() };
    const streams = await Promise.all([post(fan, body), post(fan, body), post(fan, body)]);
    await Promise.all(streams.map((stream) => stream.ended));
    expect(new Set(streams.map((stream) => named(stream, 'meta')[0]?.['replyId'])).size).toBe(1);
    for (const stream of streams) expect(textOf(stream)).toBe('Well met, friend.');
    expect((await fan.api.coin.balance(fan.userId)).balanceMicrocoins).toBe(WELCOME - PRICE);
  });

  it('ends with an error, and the coins back, when the provider fails', async () => {
    house.llm.script({ kind: 'status', status: 500 });
    const fan = await house.register();
    const stream = await post(fan, { message: 'Hello', personaId: cast.personaId });
    await stream.ended;
    expect(named(stream, 'usage')).toMatchObject([
      { chargedMicrocoins: PRICE, refundedMicrocoins: PRICE, balanceAfterMicrocoins: WELCOME },
    ]);
    expect(named(stream, 'error')).toMatchObject([{ code: 'provider_failed', refunded: true }]);
    expect(named(stream, 'done')).toEqual([]);
  });

  it('answers what can’t be sent as an error of HTTP, before any stream', async () => {
    const [fan, other] = [await house.register(), await house.register()];
    await setBonus(house.world, fan.userId, 1_000_000);
    const poor = await post(fan, { message: 'Hello', personaId: cast.personaId });
    expect([poor.status, poor.body.code]).toEqual([402, 'insufficient_coins']);
    const theirs = await enter(other, cast.personaId);
    const strange = await post(fan, { message: 'Hello', conversationId: theirs.conversationId });
    expect([strange.status, strange.body.code]).toEqual([404, 'not_found']);
    const both = await post(fan, {
      message: 'Hello',
      conversationId: theirs.conversationId,
      personaId: cast.personaId,
    });
    expect([both.status, both.body.code]).toEqual([400, 'validation_failed']);
  });

  it('shows nobody another fan’s reply, and no reply for an id that makes no sense', async () => {
    const [fan, other] = [await house.register(), await house.register()];
    const body = { message: 'Hello', personaId: cast.personaId };
    const stream = await post(other, body);
    await stream.ended;
    const id = stream.events.at(-1)?.id ?? '';
    expect((await post(fan, body, { 'last-event-id': id })).body.code).toBe('not_found');
    expect((await post(fan, body, { 'last-event-id': `${randomUUID()}:0` })).body.code).toBe('not_found');
    expect((await post(fan, body, { 'last-event-id': 'last thursday' })).body.code).toBe('validation_failed');
    expect((await fan.api.coin.balance(fan.userId)).balanceMicrocoins).toBe(WELCOME);
  });
});
