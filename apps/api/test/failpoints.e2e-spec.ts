import { randomUUID } from 'node:crypto';
import type { SandboxEvent } from '@troupe/contracts/http/payment';
import { type Actor, actorOf, registerActor } from '@troupe/test-kit/actors';
import { until } from '@troupe/test-kit/until';
import { signWebhook } from '../src/modules/payment/providers/sandbox/webhook-signature.ts';
import { SANDBOX_SECRET } from './support/boot.ts';
import { enter, type Scene, say, sayPaid } from './support/chat.ts';
import { type ApiProcess, type DeathStage, openDeathStage, startApiProcess } from './support/process.ts';

const PRICE = 2_000_000;
const WELCOME = 30_000_000;
const PACK = 110_000_000;

describe('a process that dies or fails at a failpoint', () => {
  let stage: DeathStage;
  let world: DeathStage['world'];
  let cast: DeathStage['cast'];
  let env: DeathStage['env'];
  let closing: DeathStage['closing'];
  let api: ApiProcess;

  beforeAll(async () => {
    stage = await openDeathStage({ REPLY_LEASE_MS: '500', SWEEP_INTERVAL_MS: '100' });
    ({ world, cast, env, closing } = stage);
  });
  afterEach(() => stage.clear(api));
  afterAll(() => stage.close());

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
