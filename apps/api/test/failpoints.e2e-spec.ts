import { randomUUID } from 'node:crypto';
import type { SandboxEvent } from '@troupe/contracts/http/payment';
import { type Actor, actorOf, registerActor } from '@troupe/test-kit/actors';
import { createTestDatabase, type TestDatabase } from '@troupe/test-kit/database';
import { type LlmServer, startLlmServer } from '@troupe/test-kit/llm-server';
import { until } from '@troupe/test-kit/until';
import { type Cast, openWorld, type World } from '@troupe/test-kit/world';
import { signWebhook } from '../src/modules/payment/providers/sandbox/webhook-signature.ts';
import { faultsIn } from './support/books.ts';
import { SANDBOX_SECRET, testEnv } from './support/boot.ts';
import { enter, type Scene, say, sayPaid } from './support/chat.ts';
import { type ApiProcess, startApiProcess } from './support/process.ts';

const PRICE = 2_000_000;
const WELCOME = 30_000_000;
const PACK = 110_000_000;

describe('a process that dies or fails at a failpoint', () => {
  let database: TestDatabase;
  let llm: LlmServer;
  let world: World;
  let cast: Cast;
  let env: Record<string, string>;
  let api: ApiProcess;
  const closers: (() => void)[] = [];
  const closing = { add: (close: () => void) => void closers.push(close) };

  beforeAll(async () => {
    [database, llm] = await Promise.all([createTestDatabase(), startLlmServer()]);
    world = openWorld(database.url);
    cast = await world.addCast();
    env = testEnv(database.url, llm.baseUrl, { REPLY_LEASE_MS: '500', SWEEP_INTERVAL_MS: '100' });
  });
  afterEach(async () => {
    for (const close of closers.splice(0)) close();
    await api.kill('SIGKILL');
    expect(await faultsIn(world)).toEqual([]);
  });
  afterAll(async () => {
    await llm.close();
    await world.close();
    await database.drop();
  });

  const startArmed = async (failpoints: string): Promise<Actor> => {
    api = await startApiProcess({ ...env, FAILPOINTS: failpoints });
    return registerActor(api.origin, closing);
  };
  /** A new process without failpoints, and the same person with it. */
  const restarted = async (fan: Actor): Promise<Actor> => {
    await api.kill('SIGKILL');
    api = await startApiProcess(env);
    return actorOf(api.origin, closing, fan.session);
  };
  const balanceOf = async (fan: Actor) => (await fan.api.coin.balance(fan.userId)).balanceMicrocoins;
  const settled = async (fan: Actor, { conversationId }: Pick<Scene, 'conversationId'>) =>
    until('the reply to be settled', async () => {
      const { items } = await fan.api.chat.messages(conversationId);
      const reply = items.at(-1);
      return reply?.role === 'assistant' && !['queued', 'streaming'].includes(reply.status) && reply;
    });

  it('killed between the charge and its answer: the retry gets the first outcome, and the message that nobody answered is refunded', async () => {
    const dying = await startArmed('send.after-statement=kill#1');
    const scene = await enter(dying, cast.personaId);
    const clientMessageId = randomUUID();
    await expect(say(scene, 'Did you get this?', clientMessageId)).rejects.toMatchObject({ code: 'network' });
    const fan = await restarted(dying);
    const again = { fan, socket: await fan.openSocket(), conversationId: scene.conversationId };
    const ack = await say(again, 'Did you get this?', clientMessageId);
    expect(ack).toMatchObject({ ok: true, chargedMicrocoins: PRICE });
    expect(await settled(fan, scene)).toMatchObject({
      id: ack.ok ? ack.replyId : '',
      status: 'failed',
      failureCode: 'generation_interrupted',
      charge: { chargedMicrocoins: PRICE, refundedMicrocoins: PRICE },
    });
    expect(await balanceOf(fan)).toBe(WELCOME);
  });

  it('killed before the charge: nothing was written, and the retry pays once', async () => {
    const dying = await startArmed('send.before-statement=kill#1');
    const scene = await enter(dying, cast.personaId);
    const clientMessageId = randomUUID();
    await expect(say(scene, 'Hello', clientMessageId)).rejects.toMatchObject({ code: 'network' });
    const fan = await restarted(dying);
    expect(await balanceOf(fan)).toBe(WELCOME);
    const again = { fan, socket: await fan.openSocket(), conversationId: scene.conversationId };
    expect(await say(again, 'Hello', clientMessageId)).toMatchObject({ ok: true });
    expect(await settled(fan, scene)).toMatchObject({ status: 'done' });
    expect(await balanceOf(fan)).toBe(WELCOME - PRICE);
  });

  it('failed where it would have settled: the sweeper settles by the text that was saved', async () => {
    const fan = await startArmed('settle.before-statement=fail#1');
    const scene = await enter(fan, cast.personaId);
    await sayPaid(scene, 'Say something short');
    expect(await settled(fan, scene)).toMatchObject({ failureCode: 'generation_interrupted', status: 'failed' });
    expect(await balanceOf(fan)).toBe(WELCOME);
  });

  it.each([
    ['after the event was noted and before the credit', 'webhook.before-credit', WELCOME],
    ['between the credit and its commit', 'webhook.after-credit', WELCOME],
    ['between the commit and the answer', 'webhook.after-commit', WELCOME + PACK],
  ])('killed %s: the same event again credits exactly once', async (_, point, left) => {
    const dying = await startArmed(`${point}=kill#1`);
    const packId = await world.addPack();
    const { payment } = await dying.api.payment.sandboxCheckout({ packId, currency: 'USD' });
    const event: SandboxEvent = {
      id: `evt_${randomUUID()}`,
      type: 'payment.succeeded',
      paymentId: payment.id,
      currency: payment.price.currency,
      amountMinor: payment.price.amountMinor,
    };
    await expect(deliver(event)).rejects.toThrow('fetch failed');
    const fan = await restarted(dying);
    expect(await balanceOf(fan)).toBe(left);
    expect((await deliver(event)).status).toBe(200);
    expect((await deliver({ ...event, id: `evt_${randomUUID()}` })).status).toBe(200);
    expect(await balanceOf(fan)).toBe(WELCOME + PACK);
  });

  async function deliver(event: SandboxEvent): Promise<Response> {
    const body = Buffer.from(JSON.stringify(event));
    return fetch(`${api.origin}/payment/sandbox/webhook`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-sandbox-signature': signWebhook(SANDBOX_SECRET, body, new Date()),
      },
      body,
    });
  }
});
