import { randomUUID } from 'node:crypto';
import { ECONOMY } from '@troupe/contracts/economy';
import { until } from '@troupe/test-kit/until';
import type { Cast } from '@troupe/test-kit/world';
import { faultsIn } from './support/books.ts';
import { type House, openHouse } from './support/boot.ts';
import { endOf, enter, type Scene, say, sayPaid } from './support/chat.ts';
import { ask, asked, balanceOf, begun, branchOf, exchange, setPersona, stop, stopped, WISHES } from './support/tree.ts';

const PRICE = 2_000_000;
const WELCOME = 30_000_000;

describe('it earns nothing', () => {
  let house: House;
  let cast: Cast;

  beforeAll(async () => {
    house = await openHouse({
      LLM_FIRST_TOKEN_TIMEOUT_MS: '60000',
      LLM_IDLE_TIMEOUT_MS: '60000',
      // A process notices with its next lease that a reply is gone.
      REPLY_LEASE_MS: '3000',
    });
  });
  afterAll(async () => house.close());
  beforeEach(async () => {
    cast = await house.world.addCast({ priceMicrocoins: PRICE });
    speak();
  });
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  const speak = () => house.llm.script({ kind: 'reply', words: ['Well ', 'met.'] });
  const arrive = async () => enter(await house.register(), cast.personaId);
  const otherDevice = async (scene: Scene): Promise<Scene> => ({ ...scene, socket: await scene.fan.openSocket() });

  it('to stop a reply for its coins and take the free alternative instead: there is none', async () => {
    house.llm.script({ kind: 'hang' });
    const scene = await arrive();
    const first = await sayPaid(scene, 'First');
    expect(await stopped(scene, first.replyId)).toMatchObject({ receipt: { refundedMicrocoins: PRICE } });
    speak();
    expect(await asked(scene, 'regenerate', first.replyId)).toMatchObject({ chargedMicrocoins: PRICE });
    expect(await balanceOf(scene)).toBe(WELCOME - PRICE);
  });

  it('to regenerate or continue a queued reply and stop it then: it has to end first', async () => {
    house.llm.script({ kind: 'hang' });
    const scene = await arrive();
    const first = await sayPaid(scene, 'First');
    for (const wish of ['regenerate', 'continueReply'] as const) {
      expect(await ask(scene, wish, first.replyId)).toMatchObject({ ok: false, code: 'reply_under_way' });
    }
    // Its message may be edited meanwhile: that is another message, at its price.
    const edited = await begun(scene, 'editMessage', first.messageId);
    expect(edited.chargedMicrocoins).toBe(PRICE);
    for (const { replyId } of [first, edited]) await stopped(scene, replyId);
    expect(await balanceOf(scene)).toBe(WELCOME);
    speak();
    for (const { replyId } of [first, edited]) {
      expect(await asked(scene, 'regenerate', replyId)).toMatchObject({ chargedMicrocoins: PRICE });
    }
  });

  it('to regenerate, continue or edit on a reply whose coins went back: each has the price, or nothing to go on from', async () => {
    house.llm.script({ kind: 'cut', afterWords: ['Well '] });
    const scene = await arrive();
    const first = await sayPaid(scene, 'First');
    expect(await endOf(scene, first.replyId)).toMatchObject({ kind: 'failed', content: 'Well ', refunded: true });
    speak();
    expect(await ask(scene, 'continueReply', first.replyId)).toMatchObject({ ok: false, code: 'not_found' });
    expect(await asked(scene, 'editMessage', first.messageId)).toMatchObject({ chargedMicrocoins: PRICE });
    expect(await asked(scene, 'regenerate', first.replyId)).toMatchObject({ chargedMicrocoins: PRICE });
    // Now there is one that was paid for, and it has its free alternative: once, whichever sibling is asked about.
    expect(await asked(scene, 'regenerate', first.replyId)).toMatchObject({ chargedMicrocoins: 0 });
    expect(await asked(scene, 'regenerate', first.replyId)).toMatchObject({ chargedMicrocoins: PRICE });
    expect(await balanceOf(scene)).toBe(WELCOME - 3 * PRICE);
  });

  it('to stop free alternatives one after the other: they come to nothing as often a day as stops give coins back, and one is delivered', async () => {
    const scene = await arrive();
    const first = await exchange(scene);
    const had = ECONOMY.stopRefundsPerDayMax - 2;
    await house.world.query(
      `INSERT INTO chat_day (fan_id, day, stop_refunds) VALUES ($1, (now() AT TIME ZONE 'UTC')::date, $2)`,
      [scene.fan.userId, had],
    );
    house.llm.script({ kind: 'hang' });
    for (let round = 0; round < 3; round += 1) {
      const free = await begun(scene, 'regenerate', first.replyId);
      expect(free.chargedMicrocoins).toBe(0);
      const end = { status: 'stopped', receipt: { refundedMicrocoins: 0 } };
      expect(await stopped(scene, free.replyId)).toMatchObject(end);
    }
    speak();
    expect(await asked(scene, 'regenerate', first.replyId)).toMatchObject({ chargedMicrocoins: PRICE });
    // Nor do coins come back for a stop that day any more.
    house.llm.script({ kind: 'hang' });
    const paid = await begun(scene, 'regenerate', first.replyId);
    expect(await stopped(scene, paid.replyId)).toMatchObject({ receipt: { refundedMicrocoins: 0 } });
    expect(await balanceOf(scene)).toBe(WELCOME - 3 * PRICE);
  });

  it('to delete a free alternative and ask for another one: it was the free one', async () => {
    const scene = await arrive();
    const first = await exchange(scene);
    const clientMessageId = randomUUID();
    const free = await asked(scene, 'regenerate', first.replyId, { clientMessageId });
    await scene.fan.api.chat.deleteMessage(free.replyId);
    expect(await ask(scene, 'regenerate', first.replyId, { clientMessageId })).toMatchObject({ code: 'not_found' });
    house.llm.script({ kind: 'hang' });
    const paid = await begun(scene, 'regenerate', first.replyId);
    expect(paid.chargedMicrocoins).toBe(PRICE);
    // What is under way stays until it has ended, whoever would be rid of it.
    const underWay = { code: 'reply_under_way' };
    await expect(scene.fan.api.chat.deleteMessage(paid.replyId)).rejects.toMatchObject(underWay);
    await expect(scene.fan.api.chat.deleteMessage(first.messageId)).rejects.toMatchObject(underWay);
    await expect(scene.fan.api.chat.deleteConversation(scene.conversationId)).rejects.toMatchObject(underWay);
    await stopped(scene, paid.replyId);
    expect(await balanceOf(scene)).toBe(WELCOME - PRICE);
  });

  it('to stop on one device and regenerate on the other at once: refused or paid, never free', async () => {
    house.llm.script({ kind: 'hang' });
    const scene = await arrive();
    const other = await otherDevice(scene);
    for (let round = 0; round < 6; round += 1) {
      const first = await sayPaid(scene, `Round ${round}`);
      const [halt, again] = await Promise.all([stop(scene, first.replyId), ask(other, 'regenerate', first.replyId)]);
      expect(halt).toEqual({ ok: true });
      expect(await endOf(scene, first.replyId)).toMatchObject({ receipt: { refundedMicrocoins: PRICE } });
      expect(again).toMatchObject(again.ok ? { chargedMicrocoins: PRICE } : { code: 'reply_under_way' });
      if (again.ok) await stopped(scene, again.replyId);
    }
    expect(await balanceOf(scene)).toBe(WELCOME);
  });

  it('to ask for the free alternative on two devices at once, and stop it on both: one is free, and is there again once', async () => {
    const scene = await arrive();
    const other = await otherDevice(scene);
    const first = await exchange(scene);
    house.llm.script({ kind: 'hang' });
    const both = await Promise.all([scene, other].map((device) => begun(device, 'regenerate', first.replyId)));
    expect(both.map((ack) => ack.chargedMicrocoins).sort()).toEqual([0, PRICE]);
    await Promise.all(both.flatMap(({ replyId }) => [stop(scene, replyId), stop(other, replyId)]));
    for (const { replyId } of both) await endOf(scene, replyId);
    expect(await balanceOf(scene)).toBe(WELCOME - PRICE);
    speak();
    for (const price of [0, PRICE]) {
      expect(await asked(scene, 'regenerate', first.replyId)).toMatchObject({ chargedMicrocoins: price });
    }
  });

  it('to delete a conversation while its free preview is under way: the day has counted it, and nobody is left to answer', async () => {
    const creator = await house.register('Maker');
    await house.world.query('INSERT INTO creator (user_id, handle, display_name) VALUES ($1, $2, $2)', [
      creator.userId,
      `maker_${creator.userId.slice(-8)}`,
    ]);
    await setPersona(house.world, cast.personaId, `creator_id = '${creator.userId}'`);
    house.llm.script({ kind: 'hang' });
    const scene = await enter(creator, cast.personaId);
    const { replyId } = await sayPaid(scene, 'Is this me?');
    await until('the provider to be asked', () => house.llm.connections > 0);
    await creator.api.chat.deleteConversation(scene.conversationId);
    expect(await stop(scene, replyId)).toMatchObject({ ok: false, code: 'not_found' });
    await until('the generation to notice', () => house.llm.connections === 0);
    const days = await house.world.query('SELECT previews, stop_refunds FROM chat_day WHERE fan_id = $1', [
      creator.userId,
    ]);
    expect(days).toEqual([{ previews: 1, stop_refunds: 0 }]);
    expect(await balanceOf(scene)).toBe(WELCOME);
  });

  it('to use the client id of a message for an alternative, an edit or more of a reply: reused', async () => {
    const scene = await arrive();
    const clientMessageId = randomUUID();
    const first = await say(scene, 'First', clientMessageId);
    if (!first.ok) throw new Error('refused');
    await endOf(scene, first.replyId);
    for (const wish of WISHES) {
      const target = wish === 'editMessage' ? first.messageId : first.replyId;
      expect(await ask(scene, wish, target, { clientMessageId })).toMatchObject({ code: 'idempotency_key_reused' });
    }
    expect(await balanceOf(scene)).toBe(WELCOME - PRICE);
  });

  it('to use the client id of a free alternative again: another one is refused, and anything else is paid, once', async () => {
    const scene = await arrive();
    const [first, second] = [await exchange(scene, 'First'), await exchange(scene, 'Second')];
    const clientMessageId = randomUUID();
    const free = await asked(scene, 'regenerate', first.replyId, { clientMessageId });
    expect(free.chargedMicrocoins).toBe(0);
    expect(await ask(scene, 'regenerate', second.replyId, { clientMessageId })).toMatchObject({
      code: 'idempotency_key_reused',
    });
    expect(await asked(scene, 'continueReply', first.replyId, { clientMessageId })).toMatchObject({
      chargedMicrocoins: PRICE,
    });
    const again = await ask(scene, 'regenerate', first.replyId, { clientMessageId });
    expect(again).toMatchObject({ replyId: free.replyId, chargedMicrocoins: 0 });
    expect(await say(scene, 'Third', clientMessageId)).toMatchObject({ code: 'idempotency_key_reused' });
    expect(await balanceOf(scene)).toBe(WELCOME - 3 * PRICE);
  });

  it('to hold on to an old price: what was agreed stays, what is new is asked about, and the free alternative stays free', async () => {
    const scene = await arrive();
    const first = await exchange(scene);
    const clientMessageId = randomUUID();
    house.llm.script({ kind: 'hang', afterWords: ['Well '] });
    const edited = await begun(scene, 'editMessage', first.messageId, { clientMessageId, maxPriceMicrocoins: PRICE });
    await setPersona(house.world, cast.personaId, `price_microcoins = ${2 * PRICE}`);
    const retry = await ask(scene, 'editMessage', first.messageId, { clientMessageId, maxPriceMicrocoins: PRICE });
    expect(retry).toEqual(edited);
    await until('the first word', () =>
      scene.socket.eventsOf('messageDelta').some((delta) => delta.replyId === edited.replyId),
    );
    expect(await stopped(scene, edited.replyId)).toMatchObject({ receipt: { chargedMicrocoins: PRICE } });
    speak();
    for (const wish of ['editMessage', 'continueReply'] as const) {
      const target = wish === 'editMessage' ? first.messageId : first.replyId;
      const refused = await ask(scene, wish, target, { maxPriceMicrocoins: PRICE });
      expect(refused).toMatchObject({ ok: false, code: 'price_changed' });
    }
    const free = await asked(scene, 'regenerate', first.replyId, { maxPriceMicrocoins: 0 });
    expect(free.chargedMicrocoins).toBe(0);
    expect(await asked(scene, 'regenerate', first.replyId)).toMatchObject({ chargedMicrocoins: 2 * PRICE });
    expect(await balanceOf(scene)).toBe(WELCOME - 4 * PRICE);
  });

  it('to go on with a persona that was unpublished: what runs ends as it was paid for, nothing new begins, free or not', async () => {
    const scene = await arrive();
    const first = await exchange(scene);
    house.llm.script({ kind: 'reply', words: ['Well ', 'met ', 'again.'], wordDelayMs: 60 });
    const running = await sayPaid(scene, 'Second');
    await setPersona(house.world, cast.personaId, "status = 'unpublished'");
    for (const wish of WISHES) {
      const target = wish === 'editMessage' ? first.messageId : first.replyId;
      expect(await ask(scene, wish, target)).toMatchObject({ ok: false, code: 'not_found' });
    }
    expect(await endOf(scene, running.replyId)).toMatchObject({ status: 'done', content: 'Well met again.' });
    expect((await branchOf(scene)).at(-1)?.siblingIds).toEqual([running.replyId]);
    expect(await balanceOf(scene)).toBe(WELCOME - 2 * PRICE);
  });
});
