import { randomUUID } from 'node:crypto';
import { until } from '@troupe/test-kit/until';
import type { Cast } from '@troupe/test-kit/world';
import { earnedBy, faultsIn, setBonus } from './support/books.ts';
import { type House, openHouse } from './support/boot.ts';
import { endOf, enter, say, sayPaid } from './support/chat.ts';

const PRICE = 2_000_000;
const WELCOME = 30_000_000;

describe('a fan talks to a persona', () => {
  let house: House;
  let cast: Cast;

  beforeAll(async () => {
    house = await openHouse();
    cast = await house.world.addCast();
  });
  afterAll(async () => house.close());
  beforeEach(() => house.llm.script({ kind: 'reply', words: ['Well ', 'met, ', 'friend.'] }));
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  it('is greeted by name, sends, watches the reply stream in, and finds it after a reload', async () => {
    const scene = await enter(await house.register('Ann'), cast.personaId);
    const ack = await sayPaid(scene, 'Good evening');
    expect(ack).toMatchObject({ chargedMicrocoins: PRICE, balanceMicrocoins: WELCOME - PRICE });
    const end = await endOf(scene, ack.replyId);
    expect(end).toMatchObject({ kind: 'done', status: 'done', content: 'Well met, friend.', failureCode: null });
    const deltas = scene.socket.eventsOf('messageDelta');
    expect(deltas.map((delta) => delta.seq)).toEqual(deltas.map((_, index) => index + 1));
    expect(deltas.map((delta) => delta.text).join('')).toBe('Well met, friend.');
    const { items } = await scene.fan.api.chat.messages(scene.conversationId);
    expect(items.map((message) => [message.role, message.content, message.status])).toEqual([
      ['assistant', 'Come in, Ann.', 'done'],
      ['user', 'Good evening', 'done'],
      ['assistant', 'Well met, friend.', 'done'],
    ]);
    expect(items[2]?.charge).toEqual({ chargedMicrocoins: PRICE, refundedMicrocoins: 0 });
    expect(items[2]?.parentId).toBe(items[1]?.id);
    expect(items[1]?.parentId).toBe(items[0]?.id);
  });

  it('sends the model the persona, the history and the new message', async () => {
    const scene = await enter(await house.register('Ben'), cast.personaId);
    await endOf(scene, (await sayPaid(scene, 'First')).replyId);
    await endOf(scene, (await sayPaid(scene, 'Second')).replyId);
    const call = house.llm.calls.at(-1);
    expect(call?.messages[0]?.content).toContain('You are Orla.');
    expect(call?.messages.slice(1).map((turn) => `${turn.role}: ${turn.content}`)).toEqual([
      'assistant: Come in, Ben.',
      'user: First',
      'assistant: Well met, friend.',
      'user: Second',
    ]);
  });

  it('sees the charge in the wallet with its receipt, and the creator earns 70 % at once', async () => {
    const before = await earnedBy(house.world, cast.creatorId);
    const scene = await enter(await house.register(), cast.personaId);
    const ack = await sayPaid(scene, 'Hello');
    await endOf(scene, ack.replyId);
    const { items } = await scene.fan.api.coin.transactions(scene.fan.userId);
    expect(items.map((item) => [item.kind, item.amountMicrocoins, item.balanceAfterMicrocoins])).toEqual([
      ['message', -PRICE, WELCOME - PRICE],
      ['welcome_bonus', WELCOME, WELCOME],
    ]);
    expect(items[0]?.subject).toMatchObject({
      title: 'Orla',
      messageId: ack.replyId,
      conversationId: scene.conversationId,
    });
    expect(await scene.fan.api.coin.receipt(ack.messageId)).toMatchObject({
      status: 'charged',
      priceMicrocoins: PRICE,
      bonusPartMicrocoins: PRICE,
      coinsPartMicrocoins: 0,
      creatorShareMicrocoins: 1_400_000,
      platformShareMicrocoins: 600_000,
    });
    const after = await earnedBy(house.world, cast.creatorId);
    expect(after.promo - before.promo).toBe(1_400_000);
  });

  it('takes the same message sent five times at once, by a fan who has exactly its price, once: five equal answers', async () => {
    const fan = await house.register();
    await setBonus(house.world, fan.userId, PRICE);
    const scene = await enter(fan, cast.personaId);
    const clientMessageId = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => say(scene, 'Once only', clientMessageId)));
    expect(answers[0]).toMatchObject({ ok: true, chargedMicrocoins: PRICE, balanceMicrocoins: 0 });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const rows = await house.world.query('SELECT id FROM message WHERE fan_id = $1 AND role = $2', [
      fan.userId,
      'user',
    ]);
    expect(rows).toHaveLength(1);
    if (answers[0]?.ok) await endOf(scene, answers[0].replyId);
  });

  it('answers the retry of a paid message like the first time, also when the price has risen or the coins are gone', async () => {
    const own = await house.world.addCast();
    const fan = await house.register();
    await setBonus(house.world, fan.userId, PRICE);
    const scene = await enter(fan, own.personaId);
    const request = {
      conversationId: scene.conversationId,
      clientMessageId: randomUUID(),
      content: 'Again',
      maxPriceMicrocoins: PRICE,
    };
    const first = await scene.socket.emit('sendMessage', request);
    await house.world.query('UPDATE persona SET price_microcoins = 3000000 WHERE id = $1', [own.personaId]);
    expect(await scene.socket.emit('sendMessage', request)).toEqual(first);
    await house.world.query("UPDATE persona SET status = 'unpublished' WHERE id = $1", [own.personaId]);
    expect(await scene.socket.emit('sendMessage', request)).toEqual(first);
    if (first.ok) await endOf(scene, first.replyId);
  });

  it('refuses a client message id that was used for another text', async () => {
    const scene = await enter(await house.register(), cast.personaId);
    const clientMessageId = randomUUID();
    const first = await say(scene, 'One', clientMessageId);
    expect(await say(scene, 'Two', clientMessageId)).toMatchObject({ ok: false, code: 'idempotency_key_reused' });
    if (first.ok) await endOf(scene, first.replyId);
  });

  it('refuses a fan with one coin and writes nothing', async () => {
    const fan = await house.register();
    await setBonus(house.world, fan.userId, 1_000_000);
    const scene = await enter(fan, cast.personaId);
    expect(await say(scene, 'Please')).toMatchObject({ ok: false, code: 'insufficient_coins' });
    const rows = await house.world.query("SELECT id FROM message WHERE fan_id = $1 AND role = 'user'", [fan.userId]);
    expect(rows).toHaveLength(0);
    expect((await fan.api.coin.balance(fan.userId)).balanceMicrocoins).toBe(1_000_000);
  });

  it('asks again when the price has risen above what the fan was shown', async () => {
    const scene = await enter(await house.register(), cast.personaId);
    const request = {
      conversationId: scene.conversationId,
      clientMessageId: randomUUID(),
      content: 'Hi',
      maxPriceMicrocoins: PRICE - 1,
    };
    expect(await scene.socket.emit('sendMessage', request)).toMatchObject({ ok: false, code: 'price_changed' });
    expect((await scene.fan.api.coin.balance(scene.fan.userId)).balanceMicrocoins).toBe(WELCOME);
  });

  it('charges forty fans who send at once exactly once each, and every room hears only its own reply', async () => {
    const crowd = await house.world.addCast();
    const scenes = await Promise.all(
      Array.from({ length: 40 }, async (_, number) => enter(await house.register(`Fan ${number}`), crowd.personaId)),
    );
    const acks = await Promise.all(scenes.map((scene, number) => sayPaid(scene, `I am number ${number}`)));
    const ends = await Promise.all(scenes.map((scene, number) => endOf(scene, acks[number]?.replyId ?? '', 20_000)));
    expect(ends.every((end) => end.kind === 'done')).toBe(true);
    for (const [number, scene] of scenes.entries()) {
      const replies = new Set(scene.socket.eventsOf('messageDelta').map((delta) => delta.replyId));
      expect([...replies]).toEqual([acks[number]?.replyId]);
      expect((await scene.fan.api.coin.balance(scene.fan.userId)).balanceMicrocoins).toBe(WELCOME - PRICE);
    }
    expect(await earnedBy(house.world, crowd.creatorId)).toEqual({ pending: 0, promo: 40 * 1_400_000 });
    for (const scene of scenes) scene.socket.close();
  });

  it('shows two tabs the same stream, also to the one that comes late', async () => {
    house.llm.script({ kind: 'reply', words: ['a', 'b', 'c', 'd', 'e', 'f'], wordDelayMs: 60 });
    const scene = await enter(await house.register(), cast.personaId);
    const ack = await sayPaid(scene, 'Slowly please');
    await until('the third delta', () => scene.socket.eventsOf('messageDelta').length >= 3);
    const late = await scene.fan.openSocket();
    const joined = await late.emit('joinRoom', { conversationId: scene.conversationId });
    if (!joined.ok) throw new Error(joined.code);
    await endOf(scene, ack.replyId);
    const soFar = joined.active.find((active) => active.replyId === ack.replyId);
    await until('the end in the late tab', () => late.eventsOf('messageDone').length === 1);
    const rest = late.eventsOf('messageDelta').filter((delta) => delta.seq > (soFar?.seq ?? 0));
    expect((soFar?.text ?? '') + rest.map((delta) => delta.text).join('')).toBe('abcdef');
    late.close();
  });

  it('ends a reply on stop, keeps its text and its price, and hangs up on the provider', async () => {
    house.llm.script({ kind: 'reply', words: Array.from({ length: 100 }, () => 'word '), wordDelayMs: 20 });
    const scene = await enter(await house.register(), cast.personaId);
    const ack = await sayPaid(scene, 'Talk a lot');
    await until('the first delta', () => scene.socket.eventsOf('messageDelta').length >= 1);
    const abandoned = house.llm.abandoned;
    expect(await scene.socket.emit('stopGeneration', { replyId: ack.replyId })).toEqual({ ok: true });
    const end = await endOf(scene, ack.replyId);
    expect(end).toMatchObject({
      kind: 'done',
      status: 'stopped',
      receipt: { chargedMicrocoins: PRICE, refundedMicrocoins: 0 },
    });
    expect(end.content.startsWith('word')).toBe(true);
    await until('the provider sees the client gone', () => house.llm.abandoned > abandoned);
    expect(await scene.socket.emit('stopGeneration', { replyId: ack.replyId })).toMatchObject({
      ok: false,
      code: 'reply_already_ended',
    });
  });

  it('gives the coins back for a stop before the first token', async () => {
    house.llm.script({ kind: 'hang' });
    const scene = await enter(await house.register(), cast.personaId);
    const ack = await sayPaid(scene, 'Never mind');
    await scene.socket.emit('stopGeneration', { replyId: ack.replyId });
    expect(await endOf(scene, ack.replyId)).toMatchObject({
      status: 'stopped',
      receipt: { chargedMicrocoins: PRICE, refundedMicrocoins: PRICE },
    });
    expect((await scene.fan.api.coin.balance(scene.fan.userId)).balanceMicrocoins).toBe(WELCOME);
  });

  it('lets the price stand once a fan has had the day’s stop refunds', async () => {
    house.llm.script({ kind: 'hang' });
    const scene = await enter(await house.register(), cast.personaId);
    await house.world.query(
      `INSERT INTO chat_day (fan_id, day, stop_refunds) VALUES ($1, (now() AT TIME ZONE 'UTC')::date, 20)`,
      [scene.fan.userId],
    );
    const ack = await sayPaid(scene, 'The twenty-first');
    await scene.socket.emit('stopGeneration', { replyId: ack.replyId });
    expect(await endOf(scene, ack.replyId)).toMatchObject({ status: 'stopped', receipt: { refundedMicrocoins: 0 } });
  });

  it('lets a creator preview their own persona for free, outside the ledger, at most fifty times a day', async () => {
    const creator = await house.register('Creator');
    const own = await house.world.addCast();
    await house.world.query('INSERT INTO creator (user_id, handle, display_name) VALUES ($1, $2, $2)', [
      creator.userId,
      'previewer',
    ]);
    await house.world.query('UPDATE persona SET creator_id = $2 WHERE id = $1', [own.personaId, creator.userId]);
    const scene = await enter(creator, own.personaId);
    const clientMessageId = randomUUID();
    const first = await say(scene, 'Is this me?', clientMessageId);
    expect(first).toMatchObject({ ok: true, chargedMicrocoins: 0, balanceMicrocoins: WELCOME });
    expect(await say(scene, 'Is this me?', clientMessageId)).toEqual(first);
    if (first.ok) expect(await endOf(scene, first.replyId)).toMatchObject({ kind: 'done', status: 'done' });
    await house.world.query('UPDATE chat_day SET previews = previews + 49 WHERE fan_id = $1', [creator.userId]);
    expect(await say(scene, 'The fifty-first')).toMatchObject({ ok: false, code: 'preview_limit_reached' });
  });
});
