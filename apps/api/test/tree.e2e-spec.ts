import { randomUUID } from 'node:crypto';
import { ECONOMY } from '@troupe/contracts/economy';
import { LIMITS } from '@troupe/contracts/limits';
import type { Cast } from '@troupe/test-kit/world';
import { faultsIn, setBonus } from './support/books.ts';
import { type House, openHouse } from './support/boot.ts';
import { endOf, enter, sayPaid } from './support/chat.ts';
import { ask, asked, balanceOf, branchOf, exchange, stopped, WISHES } from './support/tree.ts';

const PRICE = 2_000_000;
const WELCOME = 30_000_000;

describe('a conversation is a tree', () => {
  let house: House;
  let cast: Cast;

  beforeAll(async () => {
    house = await openHouse({ LLM_FIRST_TOKEN_TIMEOUT_MS: '60000' });
    cast = await house.world.addCast();
  });
  afterAll(async () => house.close());
  beforeEach(() => house.llm.script({ kind: 'reply', words: ['Well ', 'met.'] }));
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  const arrive = async () => enter(await house.register('Ben'), cast.personaId);
  const lastPrompt = () =>
    house.llm.calls
      .at(-1)
      ?.messages.slice(1)
      .map((turn) => `${turn.role}: ${turn.content}`);

  it('an edited message is a sibling with a reply of its own, at the price, and the branch that is shown', async () => {
    const scene = await arrive();
    const first = await exchange(scene);
    await exchange(scene, 'Second');
    const edited = await asked(scene, 'editMessage', first.messageId);
    expect(edited).toMatchObject({ chargedMicrocoins: PRICE, balanceMicrocoins: WELCOME - 3 * PRICE });
    expect(lastPrompt()).toEqual(['assistant: Come in, Ben.', 'user: Edited']);
    const shown = await branchOf(scene);
    expect(shown.map((message) => message.content)).toEqual(['Come in, Ben.', 'Edited', 'Well met.']);
    expect(shown[1]?.siblingIds).toEqual([first.messageId, edited.messageId]);
  });

  it('the first other reply is free, the next one has the price', async () => {
    const scene = await arrive();
    const first = await exchange(scene);
    const second = await asked(scene, 'regenerate', first.replyId, { maxPriceMicrocoins: 0 });
    expect(second).toMatchObject({ messageId: first.messageId, chargedMicrocoins: 0 });
    expect(lastPrompt()).toEqual(['assistant: Come in, Ben.', 'user: First']);
    const refused = await ask(scene, 'regenerate', first.replyId, { maxPriceMicrocoins: 0 });
    expect(refused).toMatchObject({ ok: false, code: 'price_changed' });
    const third = await asked(scene, 'regenerate', second.replyId);
    expect(third).toMatchObject({ chargedMicrocoins: PRICE, balanceMicrocoins: WELCOME - 2 * PRICE });
    const shown = await branchOf(scene);
    expect(shown.at(-1)).toMatchObject({
      id: third.replyId,
      siblingIds: [first.replyId, second.replyId, third.replyId],
    });
  });

  it('five retries of a free alternative at once get one answer and write one reply', async () => {
    const scene = await arrive();
    const first = await exchange(scene);
    const clientMessageId = randomUUID();
    const acks = await Promise.all(
      Array.from({ length: 5 }, () => ask(scene, 'regenerate', first.replyId, { clientMessageId })),
    );
    expect(new Set(acks.map((ack) => JSON.stringify(ack))).size).toBe(1);
    expect(acks[0]).toMatchObject({ ok: true, chargedMicrocoins: 0 });
    if (acks[0]?.ok && 'replyId' in acks[0]) await endOf(scene, acks[0].replyId);
    expect(await ask(scene, 'regenerate', first.replyId, { clientMessageId })).toEqual(acks[0]);
    expect((await branchOf(scene)).at(-1)?.siblingIds).toHaveLength(2);
  });

  it('many alternatives at once: one is free and the others are paid', async () => {
    const scene = await arrive();
    const first = await exchange(scene);
    const acks = await Promise.all(Array.from({ length: 4 }, () => asked(scene, 'regenerate', first.replyId)));
    expect(acks.map((ack) => ack.chargedMicrocoins).sort()).toEqual([0, PRICE, PRICE, PRICE]);
    expect((await scene.fan.api.coin.balance(scene.fan.userId)).balanceMicrocoins).toBe(WELCOME - 4 * PRICE);
  });

  it('a twenty-first alternative on a day is paid, and the first of the next day is free again', async () => {
    const scene = await arrive();
    await house.world.query(
      `INSERT INTO chat_day (fan_id, day, alternatives) VALUES ($1, (now() AT TIME ZONE 'UTC')::date - 1, $2)`,
      [scene.fan.userId, ECONOMY.freeAlternativesPerDayMax],
    );
    const [first, second, third] = [await exchange(scene, '1'), await exchange(scene, '2'), await exchange(scene, '3')];
    expect(await asked(scene, 'regenerate', first.replyId)).toMatchObject({ chargedMicrocoins: 0 });
    await house.world.query('UPDATE chat_day SET alternatives = $2 WHERE fan_id = $1 AND alternatives = 1', [
      scene.fan.userId,
      ECONOMY.freeAlternativesPerDayMax - 1,
    ]);
    const both = await Promise.all([second, third].map(({ replyId }) => asked(scene, 'regenerate', replyId)));
    expect(both.map((ack) => ack.chargedMicrocoins).sort()).toEqual([0, PRICE]);
    const paidFor = both[0]?.chargedMicrocoins === 0 ? third : second;
    // Midnight.
    await house.world.query("DELETE FROM chat_day WHERE fan_id = $1 AND day < (now() AT TIME ZONE 'UTC')::date", [
      scene.fan.userId,
    ]);
    await house.world.query('UPDATE chat_day SET day = day - 1 WHERE fan_id = $1', [scene.fan.userId]);
    expect(await asked(scene, 'regenerate', paidFor.replyId)).toMatchObject({ chargedMicrocoins: 0 });
    expect(await balanceOf(scene)).toBe(WELCOME - 4 * PRICE);
  });

  it('a refusal takes none of the day’s free alternatives', async () => {
    const scene = await arrive();
    const first = await exchange(scene);
    house.llm.script({ kind: 'hang' });
    const running = [];
    for (let count = 0; count < LIMITS.generationsPerFanMax; count += 1) running.push(await sayPaid(scene, `${count}`));
    expect(await ask(scene, 'regenerate', first.replyId)).toMatchObject({ code: 'too_many_generations' });
    const days = await house.world.query('SELECT alternatives FROM chat_day WHERE fan_id = $1 AND alternatives > 0', [
      scene.fan.userId,
    ]);
    expect(days).toEqual([]);
    for (const { replyId } of running) await stopped(scene, replyId);
    house.llm.script({ kind: 'reply', words: ['Well ', 'met.'] });
    expect(await asked(scene, 'regenerate', first.replyId)).toMatchObject({ chargedMicrocoins: 0 });
  });

  it('a continued reply hangs below it and has the price', async () => {
    const scene = await arrive();
    const first = await exchange(scene);
    const more = await asked(scene, 'continueReply', first.replyId);
    expect(more).toMatchObject({ messageId: first.replyId, chargedMicrocoins: PRICE });
    const prompt = lastPrompt();
    expect(prompt?.slice(0, 3)).toEqual(['assistant: Come in, Ben.', 'user: First', 'assistant: Well met.']);
    expect((await branchOf(scene)).map((message) => message.role)).toEqual([
      'assistant',
      'user',
      'assistant',
      'assistant',
    ]);
  });

  it('pages upwards through the branch that is shown', async () => {
    const scene = await arrive();
    await setBonus(house.world, scene.fan.userId, 20 * PRICE);
    for (const content of ['One', 'Two', 'Three']) await exchange(scene, content);
    const newest = await scene.fan.api.chat.messages(scene.conversationId, { limit: 4 });
    expect(newest.items.map((message) => message.content)).toEqual(['Two', 'Well met.', 'Three', 'Well met.']);
    const cursor = newest.nextCursor ?? '';
    const older = await scene.fan.api.chat.messages(scene.conversationId, { limit: 4, cursor });
    expect(older.items.map((message) => message.content)).toEqual(['Come in, Ben.', 'One', 'Well met.']);
    expect(older.nextCursor).toBeNull();
  });

  it.each(WISHES)(
    '%s of another fan’s message, of a greeting or of nothing answers not_found and charges nothing',
    async (wish) => {
      const [own, other] = [await arrive(), await arrive()];
      const theirs = await exchange(other);
      const [greeting] = await branchOf(own);
      const target = wish === 'editMessage' ? theirs.messageId : theirs.replyId;
      const ids = [target, randomUUID(), ...(wish === 'continueReply' ? [] : [greeting?.id ?? ''])];
      for (const id of ids) expect(await ask(own, wish, id)).toMatchObject({ ok: false, code: 'not_found' });
      expect((await own.fan.api.coin.balance(own.fan.userId)).balanceMicrocoins).toBe(WELCOME);
    },
  );
});
