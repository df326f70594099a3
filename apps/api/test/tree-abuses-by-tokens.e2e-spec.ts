import { randomUUID } from 'node:crypto';
import { until } from '@troupe/test-kit/until';
import type { Cast } from '@troupe/test-kit/world';
import { faultsIn } from './support/books.ts';
import { type House, openHouse } from './support/boot.ts';
import { endOf, enter, sayPaid } from './support/chat.ts';
import { costOfTokens, pricedByTokens } from './support/token-price.ts';
import { ask, asked, balanceOf, begun, exchange, setPersona, stopped } from './support/tree.ts';

const PRICE = 2_000_000;
const WELCOME = 30_000_000;

describe('at a price by tokens it earns nothing', () => {
  let house: House;
  let cast: Cast;

  beforeAll(async () => {
    house = await openHouse({ LLM_FIRST_TOKEN_TIMEOUT_MS: '60000', LLM_IDLE_TIMEOUT_MS: '60000' });
  });
  afterAll(async () => house.close());
  beforeEach(async () => {
    cast = await house.world.addCast();
    await pricedByTokens(house.world, cast.personaId);
  });
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  const arrive = async () => enter(await house.register(), cast.personaId);
  const usage = { prompt_tokens: 100, completion_tokens: 40 };

  it('to stop a reply after a word and take the free alternative for the rest: each is paid as delivered', async () => {
    house.llm.script({ kind: 'hang', afterWords: ['Well '] });
    const scene = await arrive();
    const first = await sayPaid(scene, 'First');
    await until('the first word', () => scene.socket.eventsOf('messageDelta').length > 0);
    const cheap = await stopped(scene, first.replyId);
    expect(cheap.receipt.chargedMicrocoins).toBeGreaterThan(0);
    house.llm.script({ kind: 'reply', words: ['Well ', 'met.'], usage });
    const again = await begun(scene, 'regenerate', first.replyId);
    expect(again.heldMicrocoins).toBeGreaterThan(0);
    expect(await endOf(scene, again.replyId)).toMatchObject({
      receipt: { chargedMicrocoins: costOfTokens(100, 40) },
    });
    expect(await balanceOf(scene)).toBe(WELCOME - cheap.receipt.chargedMicrocoins - costOfTokens(100, 40));
  });

  it('to be there when a price changes its kind: a reply paid by tokens is no ground for a free one, nor is one at a flat price for one by tokens', async () => {
    house.llm.script({ kind: 'reply', words: ['Well ', 'met.'], usage });
    const scene = await arrive();
    const byTokens = await exchange(scene, 'By tokens');
    await setPersona(
      house.world,
      cast.personaId,
      `base_microcoins = NULL, input_rate_microcoins = NULL, output_rate_microcoins = NULL, price_microcoins = ${PRICE}`,
    );
    const flat = await exchange(scene, 'Flat');
    const other = await exchange(scene, 'Flat as well');
    expect(await asked(scene, 'regenerate', byTokens.replyId)).toMatchObject({ chargedMicrocoins: PRICE });
    const clientMessageId = randomUUID();
    const free = await asked(scene, 'regenerate', flat.replyId, { clientMessageId });
    expect(free.chargedMicrocoins).toBe(0);
    await pricedByTokens(house.world, cast.personaId);
    const retry = await ask(scene, 'regenerate', flat.replyId, { clientMessageId });
    expect(retry).toMatchObject({ replyId: free.replyId, chargedMicrocoins: 0, heldMicrocoins: 0 });
    const held = await asked(scene, 'regenerate', other.replyId);
    expect(held.heldMicrocoins).toBeGreaterThan(0);
  });

  it('to have the rates change while a reply runs: those at sending are paid', async () => {
    house.llm.script({ kind: 'reply', words: ['Well ', 'met.'], wordDelayMs: 100, usage });
    const scene = await arrive();
    const { replyId } = await sayPaid(scene, 'First');
    await pricedByTokens(house.world, cast.personaId, 3);
    expect(await endOf(scene, replyId)).toMatchObject({ receipt: { chargedMicrocoins: costOfTokens(100, 40) } });
  });

  it('to stop before the first token and edit, regenerate or continue then: held anew, and continuing finds nothing', async () => {
    house.llm.script({ kind: 'hang' });
    const scene = await arrive();
    const first = await sayPaid(scene, 'First');
    expect(await stopped(scene, first.replyId)).toMatchObject({ receipt: { chargedMicrocoins: 0 } });
    expect(await ask(scene, 'continueReply', first.replyId)).toMatchObject({ ok: false, code: 'not_found' });
    for (const [wish, target] of [
      ['regenerate', first.replyId],
      ['editMessage', first.messageId],
    ] as const) {
      const ack = await begun(scene, wish, target);
      expect(ack.heldMicrocoins).toBeGreaterThan(0);
      await stopped(scene, ack.replyId);
    }
    expect(await balanceOf(scene)).toBe(WELCOME);
  });
});
