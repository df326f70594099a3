import { LIMITS } from '@troupe/contracts/limits';
import { FAULT_SECRET, type LlmFault, llmFaults } from '@troupe/test-kit/llm-faults';
import type { LlmScript } from '@troupe/test-kit/llm-server';
import { until } from '@troupe/test-kit/until';
import type { Cast } from '@troupe/test-kit/world';
import { earnedBy, faultsIn } from './support/books.ts';
import { type House, openHouse } from './support/boot.ts';
import { endOf, enter, type Scene, sayPaid } from './support/chat.ts';
import { costOfTokens, pricedByTokens, TOKEN_PRICE } from './support/token-price.ts';

const PRICE = 2_000_000;
const WELCOME = 30_000_000;
const KEY = 'sk-a-key-that-stays-secret';
const PROMPT = 'what only the persona may hear';
const FEW = ['Mind ', 'the ', 'stairs.'];
/** 86 visible characters: a sentence has 80. */
const SENTENCE = [
  'The lamp turns, the ships go by, ',
  'and every keeper learns to love the slow arithmetic of light on water.',
];
/** What must not be in the log: words of the fan, of the persona and of the provider, and keys. */
const PRIVATE = new RegExp([PROMPT, FAULT_SECRET, KEY, 'stairs', 'arithmetic', 'Curtain', 'and on', 'Orla'].join('|'));

type Words = readonly string[];
type Code = 'provider_failed' | 'provider_timeout' | 'provider_empty';
/** A script, the code that the fan sees, and what the log says of it (null: nothing). */
type Row = [name: string, script: LlmScript, code: Code, log: RegExp | null];
const row = (fault: LlmFault, words: Words, code: Code, log: RegExp): Row => [
  fault,
  llmFaults(words)[fault],
  code,
  log,
];

const inTheMiddle = (words: Words): Row[] => [
  row('hangMidStream', words, 'provider_timeout', /took over/),
  row('cutMidChunk', words, 'provider_failed', /cut|aborted|ECONNRESET/),
  row('endWithoutFinish', words, 'provider_failed', /cut before it was finished/),
  row('invalidJson', words, 'provider_failed', /a chunk is not JSON/),
  row('errorEvent', words, 'provider_failed', /an error event/),
  row('longLine', words, 'provider_failed', /provider_failed/),
];
const BEFORE_THE_FIRST_TOKEN: Row[] = [
  row('unauthorized', [], 'provider_failed', /status 401/),
  row('unpaid', [], 'provider_failed', /status 402/),
  row('rateLimited', [], 'provider_failed', /status 429/),
  row('rateLimitedForLong', [], 'provider_failed', /status 429/),
  row('serverError', [], 'provider_failed', /status 500/),
  row('hangBeforeHeaders', [], 'provider_timeout', /the first token took over/),
  row('cutBeforeHeaders', [], 'provider_failed', /provider_failed/),
  row('htmlPage', [], 'provider_failed', /provider_failed/),
  row('empty', [], 'provider_empty', /a reply without text/),
  ...inTheMiddle([]),
];
const drip = (word: string, wordDelayMs: number): LlmScript => ({
  kind: 'reply',
  words: Array.from({ length: 1_000 }, () => word),
  wordDelayMs,
});
const USAGE: [LlmFault, { prompt: number; completion: number } | 'estimated'][] = [
  ['usageMissing', 'estimated'],
  ['usageNegative', 'estimated'],
  ['usageAbsurd', 'estimated'],
  ['usageZero', { prompt: 0, completion: 0 }],
  ['comments', { prompt: 10, completion: 4 }],
];

let house: House;
beforeAll(async () => {
  // One house for both prices: the log of a process has one destination.
  house = await openHouse({
    LLM_API_KEY: KEY,
    LLM_FIRST_TOKEN_TIMEOUT_MS: '400',
    LLM_IDLE_TIMEOUT_MS: '400',
    LLM_TOTAL_TIMEOUT_MS: '1500',
    // Whoever asks to be left alone for half a minute would be, through the rest of the table.
    LLM_RETRY_AFTER_MAX_MS: '60000',
    LOG_LEVEL: 'trace',
  });
});
afterAll(async () => house.close());
afterEach(async () => {
  expect(await faultsIn(house.world)).toEqual([]);
  expect(house.log.filter((line) => PRIVATE.test(line))).toEqual([]);
  house.log.length = 0;
});

describe.each([
  ['a flat price', true],
  ['a price by tokens', false],
])('when the language model lets a fan down at %s', (_, isFlat) => {
  let cast: Cast;
  let scene: Scene;

  beforeAll(async () => {
    cast = await house.world.addCast({ priceMicrocoins: PRICE });
    if (!isFlat) await pricedByTokens(house.world, cast.personaId);
  });
  beforeEach(async () => {
    scene = await enter(await house.register(), cast.personaId);
  });

  /** Says something, and answers with everything that came of it. */
  const talk = async (script: LlmScript) => {
    house.llm.script(script);
    const { fan, socket, conversationId } = scene;
    const earnedBefore = await earnedBy(house.world, cast.creatorId);
    const ack = await sayPaid(scene, PROMPT);
    const end = await endOf(scene, ack.replyId);
    const { balanceMicrocoins, heldMicrocoins } = await fan.api.coin.balance(fan.userId);
    expect(heldMicrocoins).toBe(0);
    await until(
      'the balance to be told',
      () => socket.eventsOf('balance').at(-1)?.balanceMicrocoins === balanceMicrocoins,
    );
    const shown = (await fan.api.chat.messages(conversationId)).items.at(-1);
    expect(shown).toMatchObject({ id: ack.replyId, content: end.content, charge: end.receipt });
    expect(shown?.status).toBe(end.kind === 'failed' ? 'failed' : end.status);
    const earnedAfter = await earnedBy(house.world, cast.creatorId);
    return {
      end,
      receipt: await fan.api.coin.receipt(ack.replyId).catch((error: { code: string }) => error.code),
      held: ack.heldMicrocoins,
      paid: WELCOME - balanceMicrocoins,
      earned: earnedAfter.promo - earnedBefore.promo,
      kinds: (await fan.api.coin.transactions(fan.userId)).items.map((item) => item.kind),
    };
  };
  type Outcome = Awaited<ReturnType<typeof talk>>;

  const expectAllBack = ({ end, receipt, paid, earned, kinds }: Outcome, code: Code) => {
    const charged = isFlat ? PRICE : 0;
    expect(end).toMatchObject({ kind: 'failed', code, refunded: true });
    expect(end.receipt).toEqual({ chargedMicrocoins: charged, refundedMicrocoins: charged });
    expect({ paid, earned }).toEqual({ paid: 0, earned: 0 });
    expect(kinds).toEqual(isFlat ? ['refund', 'message', 'welcome_bonus'] : ['welcome_bonus']);
    // What was only set aside was never charged: there is nothing that a receipt could be for.
    if (isFlat)
      expect(receipt).toMatchObject({ status: 'refunded', priceMicrocoins: PRICE, subject: { reason: code } });
    else expect(receipt).toBe('not_found');
  };
  /** The price stands; or the tokens are paid, as far as they were held. */
  const expectPaid = ({ end, receipt, held, paid, earned, kinds }: Outcome, code: Code | null) => {
    expect(end.receipt).toEqual({ chargedMicrocoins: paid, refundedMicrocoins: 0 });
    expect(earned).toBe(Math.floor((paid * 70) / 100));
    expect(kinds).toEqual(['message', 'welcome_bonus']);
    expect(receipt).toMatchObject({ status: 'charged', priceMicrocoins: paid, subject: { reason: code } });
    if (typeof receipt === 'string') throw new Error(`no receipt: ${receipt}`);
    const tokens = receipt.subject?.tokens ?? null;
    if (isFlat) expect({ paid, tokens }).toEqual({ paid: PRICE, tokens: null });
    else expect(paid).toBe(Math.min(held, costOfTokens(tokens?.prompt ?? 0, tokens?.completion ?? 0)));
    return tokens;
  };
  const expectEstimated = (tokens: { prompt: number; completion: number; estimated: boolean } | null, text: string) => {
    if (isFlat) return;
    expect(tokens).toMatchObject({ completion: Math.ceil(Buffer.byteLength(text) / 4), estimated: true });
    expect(tokens?.prompt).toBeGreaterThan(PROMPT.length / 4);
  };
  const expectLogged = (log: RegExp | null) => {
    const warnings = house.log.filter((line) => (JSON.parse(line) as { level: number }).level >= 40);
    if (log === null) expect(warnings).toEqual([]);
    else expect(warnings.filter((line) => log.test(line)).length).toBeGreaterThan(0);
  };

  it.each(BEFORE_THE_FIRST_TOKEN)('%s before the first token: all coins back', async (_, script, code, log) => {
    const outcome = await talk(script);
    expect(outcome.end.content).toBe('');
    expectAllBack(outcome, code);
    expectLogged(log);
  });

  it('a connection that is refused: all coins back', async () => {
    await house.llm.goAway();
    expectAllBack(await talk({ kind: 'empty' }), 'provider_failed');
    await house.llm.comeBack();
    expectLogged(/ECONNREFUSED/);
  });

  it('a reply of white space is an empty one: all coins back', async () => {
    expectAllBack(await talk({ kind: 'reply', words: ['  ', '\n'] }), 'provider_empty');
    expectLogged(null);
  });

  const afterAFewWords: Row[] = [
    ...inTheMiddle(FEW),
    ['aWordAtATime', drip('a ', 350), 'provider_timeout', /took over/],
  ];
  it.each(afterAFewWords)(
    '%s after a few words: kept; a flat price back, tokens paid',
    async (name, script, code, log) => {
      const outcome = await talk(script);
      const { end } = outcome;
      if (name === 'aWordAtATime') expect(end.content).toMatch(/^(a )+$/);
      else expect(end.content).toBe(FEW.join(''));
      if (isFlat) expectAllBack(outcome, code);
      else {
        expect(end).toMatchObject({ kind: 'failed', code, refunded: false });
        expectEstimated(expectPaid(outcome, code), end.content);
      }
      expectLogged(log);
    },
  );

  const afterASentence: Row[] = [
    ...inTheMiddle(SENTENCE),
    ['aSentenceAtATime', drip(`${SENTENCE.join('')} `, 350), 'provider_timeout', /took over/],
  ];
  it.each(afterASentence)('%s after a sentence: kept, paid, and said to be cut', async (name, script, code, log) => {
    const outcome = await talk(script);
    const { end } = outcome;
    expect(end).toMatchObject({ kind: 'done', status: 'done', failureCode: code });
    if (name === 'aSentenceAtATime') expect(end.content.startsWith(SENTENCE.join(''))).toBe(true);
    else expect(end.content).toBe(SENTENCE.join(''));
    expectEstimated(expectPaid(outcome, code), end.content);
    expectLogged(log);
  });

  it('endless: a reply ends where the longest may, and costs no more than was held', async () => {
    const outcome = await talk(llmFaults([]).endless);
    const { end, held, paid } = outcome;
    expect(end).toMatchObject({ kind: 'done', status: 'done', failureCode: null });
    expect(end.content).toHaveLength(LIMITS.replyCharsMax);
    expectEstimated(expectPaid(outcome, null), end.content);
    expect(paid).toBe(isFlat ? PRICE : held);
    expectLogged(null);
  });

  it.each(USAGE)('%s: a whole reply, by usage that can be believed', async (fault, usage) => {
    const outcome = await talk(llmFaults(FEW)[fault]);
    expect(outcome.end).toMatchObject({ kind: 'done', status: 'done', content: FEW.join(''), failureCode: null });
    const tokens = expectPaid(outcome, null);
    if (usage === 'estimated') expectEstimated(tokens, FEW.join(''));
    else if (!isFlat) expect(tokens).toMatchObject({ ...usage, estimated: false, price: TOKEN_PRICE });
    expectLogged(null);
  });

  it.each<[string, LlmScript, string]>([
    ['over packets', llmFaults(FEW).splitCharacters, `${FEW.join('')}Curtain 🎭 – é`],
    ['over chunks', { kind: 'reply', words: ['Curtain \ud83c', '\udfad up'] }, 'Curtain 🎭 up'],
  ])('characters that are split %s arrive whole', async (_, script, text) => {
    const outcome = await talk(script);
    expect(outcome.end).toMatchObject({ kind: 'done', content: text, failureCode: null });
    const deltas = scene.socket.eventsOf('messageDelta');
    expect(deltas.map((delta) => delta.text).join('')).toBe(text);
    expect(deltas.every((delta) => delta.text.isWellFormed())).toBe(true);
    expectPaid(outcome, null);
    expectLogged(null);
  });
});
