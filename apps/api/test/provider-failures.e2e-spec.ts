import type { LlmScript } from '@troupe/test-kit/llm-server';
import type { Cast } from '@troupe/test-kit/world';
import { earnedBy, faultsIn } from './support/books.ts';
import { type House, openHouse } from './support/boot.ts';
import { endOf, enter, sayPaid } from './support/chat.ts';

const PRICE = 2_000_000;
const WELCOME = 30_000_000;
const SENTENCE =
  'The lamp turns, the ships go by, and every keeper learns to love the slow arithmetic of light on water.';

describe('when the language model lets us down', () => {
  let house: House;
  let cast: Cast;

  beforeAll(async () => {
    house = await openHouse({ LLM_FIRST_TOKEN_TIMEOUT_MS: '300', LLM_IDLE_TIMEOUT_MS: '300' });
    cast = await house.world.addCast();
  });
  afterAll(async () => house.close());
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  const talk = async (script: LlmScript) => {
    house.llm.script(script);
    const earnedBefore = await earnedBy(house.world, cast.creatorId);
    const scene = await enter(await house.register(), cast.personaId);
    const ack = await sayPaid(scene, 'Tell me something');
    const end = await endOf(scene, ack.replyId);
    const { balanceMicrocoins } = await scene.fan.api.coin.balance(scene.fan.userId);
    const receipt = await scene.fan.api.coin.receipt(ack.replyId);
    const earnedAfter = await earnedBy(house.world, cast.creatorId);
    const { items } = await scene.fan.api.coin.transactions(scene.fan.userId);
    return {
      end,
      balanceMicrocoins,
      receipt,
      earned: earnedAfter.promo - earnedBefore.promo,
      kinds: items.map((item) => item.kind),
    };
  };

  const failures: [string, LlmScript, string][] = [
    ['answers 500', { kind: 'status', status: 500 }, 'provider_failed'],
    ['answers 429', { kind: 'status', status: 429 }, 'provider_failed'],
    ['hangs before the first token', { kind: 'hang' }, 'provider_timeout'],
    ['hangs after a few words', { kind: 'hang', afterWords: ['Well '] }, 'provider_timeout'],
    ['cuts the stream within the first sentence', { kind: 'cut', afterWords: ['Well ', 'met'] }, 'provider_failed'],
    ['sends garbage', { kind: 'garbage' }, 'provider_failed'],
    ['answers nothing', { kind: 'empty' }, 'provider_empty'],
    ['answers white space', { kind: 'reply', words: ['  ', '\n'] }, 'provider_empty'],
  ];

  it.each(failures)(
    '%s: a clear failure, coins back, the creator’s share gone, and a receipt that says why',
    async (_, script, code) => {
      const { end, balanceMicrocoins, receipt, earned, kinds } = await talk(script);
      expect(end).toMatchObject({
        kind: 'failed',
        code,
        refunded: true,
        receipt: { chargedMicrocoins: PRICE, refundedMicrocoins: PRICE },
      });
      expect(balanceMicrocoins).toBe(WELCOME);
      expect(earned).toBe(0);
      expect(receipt).toMatchObject({ status: 'refunded', priceMicrocoins: PRICE, subject: { reason: code } });
      expect(receipt.refundedAt).not.toBeNull();
      expect(kinds).toEqual(['refund', 'message', 'welcome_bonus']);
    },
  );

  it('cuts the stream after a sentence: the text stays, the price stands, and the reply says that it was cut', async () => {
    const { end, balanceMicrocoins, receipt, earned } = await talk({
      kind: 'cut',
      afterWords: SENTENCE.split(/(?<= )/),
    });
    expect(end).toMatchObject({ kind: 'done', status: 'done', content: SENTENCE, failureCode: 'provider_failed' });
    expect(balanceMicrocoins).toBe(WELCOME - PRICE);
    expect(earned).toBe(1_400_000);
    expect(receipt).toMatchObject({ status: 'charged', refundedAt: null });
  });

  it('takes usage of zero as zero, and counts for itself when usage is missing or absurd', async () => {
    const usageOf = async (usage: unknown) => {
      const { end } = await talk({ kind: 'reply', words: ['Four', ' words', ' of', ' it'], usage });
      const [row] = await house.world.query('SELECT completion_tokens, usage_estimated FROM message WHERE id = $1', [
        end.replyId,
      ]);
      return row;
    };
    expect(await usageOf({ prompt_tokens: 0, completion_tokens: 0 })).toEqual({
      completion_tokens: 0,
      usage_estimated: false,
    });
    expect(await usageOf({ prompt_tokens: -5, completion_tokens: 9 })).toEqual({
      completion_tokens: 4,
      usage_estimated: true,
    });
    expect(await usageOf({ prompt_tokens: 5, completion_tokens: 1e12 })).toEqual({
      completion_tokens: 4,
      usage_estimated: true,
    });
    expect(await usageOf(null)).toEqual({ completion_tokens: 4, usage_estimated: true });
  });

  it('shows a character whole when the provider cuts it in two', async () => {
    house.llm.script({ kind: 'reply', words: ['Curtain \ud83c', '\udfad up'] });
    const scene = await enter(await house.register(), cast.personaId);
    const ack = await sayPaid(scene, 'Begin');
    expect(await endOf(scene, ack.replyId)).toMatchObject({ content: 'Curtain 🎭 up' });
    expect(scene.socket.eventsOf('messageDelta').map((delta) => delta.text)).toEqual(['Curtain ', '🎭 up']);
  });

  it('keeps a lost connection from changing anything: the reply goes on and waits', async () => {
    house.llm.script({ kind: 'reply', words: ['a ', 'b ', 'c ', 'd'], wordDelayMs: 40 });
    const scene = await enter(await house.register(), cast.personaId);
    const ack = await sayPaid(scene, 'I will be gone');
    scene.socket.close();
    const back = await enter(scene.fan, cast.personaId);
    expect(back.conversationId).not.toBe(scene.conversationId);
    const watcher = await scene.fan.openSocket();
    await watcher.emit('joinRoom', { conversationId: scene.conversationId });
    await endOf({ ...scene, socket: watcher }, ack.replyId);
    const { items } = await scene.fan.api.chat.messages(scene.conversationId);
    expect(items.at(-1)).toMatchObject({ content: 'a b c d', status: 'done' });
  });
});
