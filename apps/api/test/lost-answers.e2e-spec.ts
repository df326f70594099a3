import { randomUUID } from 'node:crypto';
import { until } from '@troupe/test-kit/until';
import type { Cast } from '@troupe/test-kit/world';
import { faultsIn } from './support/books.ts';
import { type House, openWiredHouse } from './support/boot.ts';
import { endOf, enter, say, sayPaid } from './support/chat.ts';
import type { DatabaseProxy } from './support/database-proxy.ts';

const PRICE = 2_000_000;
const WELCOME = 30_000_000;

describe('when the database’s answer to a message is lost', () => {
  let house: House & { wire: DatabaseProxy };
  let cast: Cast;

  beforeAll(async () => {
    // A lease that outlasts every wait here: what ends in time was not ended by the sweeper.
    house = await openWiredHouse({ REPLY_LEASE_MS: '60000' });
    cast = await house.world.addCast();
  });
  afterAll(async () => house.close());
  beforeEach(() => house.llm.script({ kind: 'reply', words: ['Well ', 'met.'] }));
  afterEach(async () => {
    house.wire.breakBefore('', 0);
    expect(await faultsIn(house.world)).toEqual([]);
  });

  const previewScene = async () => {
    const [own, creator] = await Promise.all([house.world.addCast(), house.register('Maker')]);
    await house.world.query('INSERT INTO creator (user_id, handle, display_name) VALUES ($1, $2, $2)', [
      creator.userId,
      `maker_${creator.userId.slice(-8)}`,
    ]);
    await house.world.query('UPDATE persona SET creator_id = $1 WHERE id = $2', [creator.userId, own.personaId]);
    return { scene: await enter(creator, own.personaId), personaId: own.personaId };
  };

  it('charges once, answers, shows the message and generates the reply', async () => {
    const scene = await enter(await house.register(), cast.personaId);
    const before = house.wire.swallowed;
    house.wire.swallowAnswerTo('chat-send');
    const ack = await sayPaid(scene, 'Is anybody there?');
    expect(house.wire.swallowed).toBe(before + 1);
    expect(ack).toMatchObject({ chargedMicrocoins: PRICE, balanceMicrocoins: WELCOME - PRICE });
    expect(await endOf(scene, ack.replyId)).toMatchObject({ kind: 'done', content: 'Well met.' });
    const { items } = await scene.fan.api.chat.messages(scene.conversationId);
    const shown = scene.socket.eventsOf('message').map(({ message }) => [message.id, message.parentId]);
    expect(shown).toEqual(items.slice(1).map((item) => [item.id, item.parentId]));
    expect(shown.map(([id]) => id)).toEqual([ack.messageId, ack.replyId]);
  });

  it('tells the creator what such a message earned', async () => {
    const { scene: creator, personaId } = await previewScene();
    const scene = await enter(await house.register(), personaId);
    house.wire.swallowAnswerTo('chat-send');
    const ack = await sayPaid(scene, 'Hello');
    await endOf(scene, ack.replyId);
    await until('the earning', () => creator.socket.eventsOf('earning').length > 0);
    expect(creator.socket.eventsOf('earning')).toMatchObject([
      { personaId, kind: 'message', payableMicrocoins: 0, promotionalMicrocoins: 1_400_000 },
    ]);
  });

  it('generates the reply of a preview', async () => {
    const { scene } = await previewScene();
    house.wire.swallowAnswerTo('chat-send-free');
    const before = house.wire.swallowed;
    const ack = await sayPaid(scene, 'Is this me?');
    expect(house.wire.swallowed).toBe(before + 1);
    expect(await endOf(scene, ack.replyId)).toMatchObject({ kind: 'done', content: 'Well met.' });
  });

  it('refuses a preview’s client message id that is used in another conversation', async () => {
    const { scene, personaId } = await previewScene();
    const clientMessageId = randomUUID();
    const first = await say(scene, 'Is this me?', clientMessageId);
    expect(first).toMatchObject({ ok: true });
    const other = await enter(scene.fan, personaId);
    expect(other.conversationId).not.toBe(scene.conversationId);
    expect(await say(other, 'Is this me?', clientMessageId)).toMatchObject({ code: 'idempotency_key_reused' });
    if (first.ok) await endOf(scene, first.replyId);
  });

  it('reads the history again when the first read failed beside the charge', async () => {
    const scene = await enter(await house.register(), cast.personaId);
    // One read gives up after four broken connections.
    house.wire.breakBefore('chat-history', 4);
    const ack = await sayPaid(scene, 'Do you remember?');
    expect(await endOf(scene, ack.replyId)).toMatchObject({ kind: 'done', content: 'Well met.' });
    expect(
      house.llm.calls
        .at(-1)
        ?.messages.slice(1)
        .map((turn) => turn.content),
    ).toEqual(['Come in, Ann.', 'Do you remember?']);
  });

  it('answers a message whose history can’t be read, and gives its coins back at once', async () => {
    const scene = await enter(await house.register(), cast.personaId);
    const calls = house.llm.calls.length;
    house.wire.breakBefore('chat-history', 1_000);
    const ack = await sayPaid(scene, 'Do you remember?');
    expect(await endOf(scene, ack.replyId)).toMatchObject({
      kind: 'failed',
      code: 'generation_interrupted',
      refunded: true,
      receipt: { chargedMicrocoins: PRICE, refundedMicrocoins: PRICE },
    });
    expect((await scene.fan.api.coin.balance(scene.fan.userId)).balanceMicrocoins).toBe(WELCOME);
    expect(house.llm.calls).toHaveLength(calls);
  });
});
