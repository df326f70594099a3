import { randomUUID } from 'node:crypto';
import { until } from '@troupe/test-kit/until';
import type { Cast } from '@troupe/test-kit/world';
import { earnedBy, faultsIn, setBonus } from './support/books.ts';
import { type House, openHouse } from './support/boot.ts';
import { endOf, enter, type Scene, say, sayPaid } from './support/chat.ts';
import { costOfTokens, pricedByTokens, TOKEN_PRICE } from './support/token-price.ts';

const WELCOME = 30_000_000;

describe('a persona with a price by tokens', () => {
  let house: House;
  let cast: Cast;

  beforeAll(async () => {
    house = await openHouse({ LLM_FIRST_TOKEN_TIMEOUT_MS: '60000' });
    cast = await house.world.addCast();
    await pricedByTokens(house.world, cast.personaId);
  });
  afterAll(async () => house.close());
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  const arrive = async () => enter(await house.register('Ben'), cast.personaId);
  const balanceOf = async (scene: Scene) => scene.fan.api.coin.balance(scene.fan.userId);
  const rowOf = async (replyId: string) =>
    (
      await house.world.query<{
        prompt: number;
        completion: number;
        charged: string;
        estimated: boolean;
        refunded: boolean;
      }>(
        `SELECT prompt_tokens AS prompt, completion_tokens AS completion, charged_microcoins::text AS charged, usage_estimated AS estimated, refunded
         FROM message WHERE id = $1`,
        [replyId],
      )
    )[0];

  it('sets the most aside, settles to what was delivered, and splits it', async () => {
    const before = await earnedBy(house.world, cast.creatorId);
    house.llm.script({ kind: 'reply', words: ['Well ', 'met.'], usage: { prompt_tokens: 300, completion_tokens: 50 } });
    const scene = await arrive();
    const ack = await sayPaid(scene, 'Hello');
    expect(ack).toMatchObject({ chargedMicrocoins: 0, balanceMicrocoins: WELCOME - ack.heldMicrocoins });
    expect(ack.heldMicrocoins).toBeGreaterThan(TOKEN_PRICE.outputRateMicrocoins);
    const price = costOfTokens(300, 50);
    expect(await endOf(scene, ack.replyId)).toMatchObject({ status: 'done', receipt: { chargedMicrocoins: price } });
    expect(await rowOf(ack.replyId)).toMatchObject({
      prompt: 300,
      completion: 50,
      charged: String(price),
      estimated: false,
    });
    expect(await balanceOf(scene)).toMatchObject({ balanceMicrocoins: WELCOME - price, heldMicrocoins: 0 });
    const after = await earnedBy(house.world, cast.creatorId);
    expect(after.promo - before.promo).toBe(Math.floor(price * 0.7));
    const receipt = await scene.fan.api.coin.receipt(ack.replyId);
    const tokens = { prompt: 300, completion: 50, estimated: false, price: TOKEN_PRICE };
    expect(receipt).toMatchObject({ priceMicrocoins: price, status: 'charged', subject: { tokens } });
    expect(receipt.creatorShareMicrocoins + receipt.platformShareMicrocoins).toBe(price);
  });

  it('never takes more than was held, whatever usage it is told', async () => {
    house.llm.script({
      kind: 'reply',
      words: ['Well ', 'met.'],
      usage: { prompt_tokens: 2_000, completion_tokens: 2_000 },
    });
    const scene = await arrive();
    const greedy = await sayPaid(scene, 'Again');
    await endOf(scene, greedy.replyId);
    expect(await rowOf(greedy.replyId)).toMatchObject({ charged: String(greedy.heldMicrocoins) });
  });

  it('costs nothing when it is stopped before the first token', async () => {
    house.llm.script({ kind: 'hang' });
    const scene = await arrive();
    const stopped = await sayPaid(scene, 'Hello');
    await scene.socket.emit('stopGeneration', { replyId: stopped.replyId });
    expect(await endOf(scene, stopped.replyId)).toMatchObject({ status: 'stopped', receipt: { chargedMicrocoins: 0 } });
    expect(await balanceOf(scene)).toMatchObject({ balanceMicrocoins: WELCOME, heldMicrocoins: 0 });
  });

  it('pays what was delivered when it is stopped after the first token', async () => {
    house.llm.script({ kind: 'hang', afterWords: ['A few words'] });
    const scene = await arrive();
    const ack = await sayPaid(scene, 'Hello');
    await until('the first words', () => scene.socket.eventsOf('messageDelta').length > 0);
    await scene.socket.emit('stopGeneration', { replyId: ack.replyId });
    await endOf(scene, ack.replyId);
    const row = await rowOf(ack.replyId);
    expect(row).toMatchObject({ estimated: true, refunded: false });
    expect(Number(row?.charged)).toBe(costOfTokens(row?.prompt ?? 0, row?.completion ?? 0));
    expect(await balanceOf(scene)).toMatchObject({
      balanceMicrocoins: WELCOME - Number(row?.charged),
      heldMicrocoins: 0,
    });
  });

  it.each([
    ['by tokens', true, ['Mind the']],
    ['at a flat price, all coins back', false, []],
  ])(
    'a reply that broke off after a few words, %s, is told to the model if it was paid for',
    async (_, isByTokens, told) => {
      const { personaId } = isByTokens ? cast : await house.world.addCast();
      const scene = await enter(await house.register('Ben'), personaId);
      house.llm.script({ kind: 'cut', afterWords: ['Mind the'] });
      const { replyId } = await sayPaid(scene, 'Hello');
      expect(await endOf(scene, replyId)).toMatchObject({ kind: 'failed', content: 'Mind the', refunded: !isByTokens });
      house.llm.script({ kind: 'reply', words: ['Well ', 'met.'] });
      const saidBefore = async (content: string) => {
        await endOf(scene, (await sayPaid(scene, content)).replyId);
        const turns = house.llm.calls.at(-1)?.messages ?? [];
        expect(turns.at(-1)).toEqual({ role: 'user', content: expect.stringContaining(content) });
        return turns
          .filter((turn) => turn.role === 'assistant' && turn.content.includes('Mind'))
          .map((turn) => turn.content);
      };
      expect(await saidBefore('Go on')).toEqual(told);
      // And by what is written, where nobody remembers it.
      await house.world.query('UPDATE conversation SET memory_revision = memory_revision + 1 WHERE id = $1', [
        scene.conversationId,
      ]);
      expect(await saidBefore('And then?')).toEqual(told);
      const markdown = await scene.fan.api.chat.exportConversation(scene.conversationId);
      expect((await markdown.content.text()).includes('Mind the')).toBe(isByTokens);
    },
  );

  it('is swept by the text that was saved when its process died, and late successes change nothing', async () => {
    house.llm.script({ kind: 'hang', afterWords: ['A few words that were saved'] });
    const scene = await arrive();
    const ack = await sayPaid(scene, 'Hello');
    await until('the text to be saved', async () => {
      const [row] = await house.world.query<{ content: string }>('SELECT content FROM generation WHERE reply_id = $1', [
        ack.replyId,
      ]);
      return row?.content !== '';
    });
    await house.world.query(
      `UPDATE generation SET lease_id = gen_random_uuid(), lease_until = now() - interval '1 s' WHERE reply_id = $1`,
      [ack.replyId],
    );
    await endOf(scene, ack.replyId, 10_000);
    const row = await rowOf(ack.replyId);
    expect(Number(row?.charged)).toBe(costOfTokens(row?.prompt ?? 0, row?.completion ?? 0));
    expect(row?.completion).toBeGreaterThan(0);
  });

  it('answers five equal sends equally, and holds once', async () => {
    house.llm.script({ kind: 'reply', words: ['Well ', 'met.'], usage: { prompt_tokens: 10, completion_tokens: 5 } });
    const scene = await arrive();
    const clientMessageId = randomUUID();
    const acks = await Promise.all(Array.from({ length: 5 }, () => say(scene, 'Once only', clientMessageId)));
    const told = acks.map(
      (ack) => ack.ok && [ack.replyId, ack.messageId, ack.chargedMicrocoins, ack.heldMicrocoins].join(),
    );
    expect(new Set(told).size).toBe(1);
    if (acks[0]?.ok) await endOf(scene, acks[0].replyId);
    const again = await say(scene, 'Once only', clientMessageId);
    expect(again.ok && [again.replyId, again.messageId, again.chargedMicrocoins, again.heldMicrocoins].join()).toBe(
      told[0],
    );
    expect((await balanceOf(scene)).balanceMicrocoins).toBe(WELCOME - costOfTokens(10, 5));
  });

  it('refuses a fan who has less than the most that it may come to, and counts what other replies hold', async () => {
    house.llm.script({ kind: 'hang' });
    const scene = await arrive();
    const first = await sayPaid(scene, 'Hello');
    await setBonus(house.world, scene.fan.userId, first.heldMicrocoins + 1_000_000);
    expect(await say(scene, 'And again')).toMatchObject({ ok: false, code: 'insufficient_coins' });
    await scene.socket.emit('stopGeneration', { replyId: first.replyId });
    await endOf(scene, first.replyId);
  });
});
