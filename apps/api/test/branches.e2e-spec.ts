import { randomUUID } from 'node:crypto';
import { until } from '@troupe/test-kit/until';
import type { Cast } from '@troupe/test-kit/world';
import { Client } from 'pg';
import { type House, openHouse } from './support/boot.ts';
import { endOf, enter, type Scene, sayPaid } from './support/chat.ts';

describe('branches of a conversation', () => {
  let house: House;
  let cast: Cast;

  beforeAll(async () => {
    house = await openHouse({ LLM_FIRST_TOKEN_TIMEOUT_MS: '60000' });
    cast = await house.world.addCast({ priceMicrocoins: 1_000_000 });
    const greetings = ['You again, {{user}}.', 'Shh.'];
    await house.world.query('UPDATE persona SET alternative_greetings = $2 WHERE id = $1', [cast.personaId, greetings]);
  });
  afterAll(async () => house.close());
  beforeEach(() => house.llm.script({ kind: 'reply', words: ['Well ', 'met.'] }));

  const arrive = async () => enter(await house.register('Ben'), cast.personaId);
  const exchange = async (scene: Scene, content: string) => {
    const ack = await sayPaid(scene, content);
    await endOf(scene, ack.replyId);
    return ack;
  };
  const edit = async (scene: Scene, messageId: string, content: string) => {
    const wish = { conversationId: scene.conversationId, clientMessageId: randomUUID(), messageId, content };
    const ack = await scene.socket.emit('editMessage', wish);
    if (!ack.ok) throw new Error(`refused: ${ack.code}`);
    await endOf(scene, ack.replyId);
    return ack;
  };
  const shown = async (scene: Scene) =>
    (await scene.fan.api.chat.messages(scene.conversationId)).items.map((message) => message.content);
  /** Greeting; First → Second, and First edited to Other. Other is shown. */
  const fork = async () => {
    const scene = await arrive();
    const first = await exchange(scene, 'First');
    const second = await exchange(scene, 'Second');
    const other = await edit(scene, first.messageId, 'Other');
    return { scene, first, second, other, chat: scene.fan.api.chat };
  };
  const GREETING = 'Come in, Ben.';
  const FIRST = [GREETING, 'First', 'Well met.', 'Second', 'Well met.'];
  const OTHER = [GREETING, 'Other', 'Well met.'];

  it('a message that is sent while another branch is being shown hangs below the end of that one, and is paid once', async () => {
    const { scene, first } = await fork();
    const before = await scene.fan.api.coin.balance(scene.fan.userId);
    const [target] = await house.world.query<{ id: string }>('SELECT id FROM message WHERE parent_id = $1 LIMIT 1', [
      first.messageId,
    ]);
    const mover = new Client({ connectionString: house.databaseUrl });
    await mover.connect();
    await mover.query('BEGIN');
    await mover.query('UPDATE conversation SET leaf_id = $2 WHERE id = $1', [scene.conversationId, target?.id]);
    const sending = sayPaid(scene, 'Where am I?');
    await until('the message to wait for the conversation', async () => {
      const waiting = await house.world.query(
        "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%WITH q AS MATERIALIZED%'",
      );
      return waiting.length > 0;
    });
    await mover.query('COMMIT');
    await mover.end();
    const ack = await sending;
    await endOf(scene, ack.replyId);
    const [said] = await house.world.query<{ parent_id: string }>('SELECT parent_id FROM message WHERE id = $1', [
      ack.messageId,
    ]);
    expect(said?.parent_id).toBe(target?.id);
    const after = await scene.fan.api.coin.balance(scene.fan.userId);
    expect(before.balanceMicrocoins - after.balanceMicrocoins).toBe(1_000_000);
  });

  it('a branch that is chosen is shown down to its newest end, and what is said next hangs below that', async () => {
    const { scene, first, other, chat } = await fork();
    expect(await shown(scene)).toEqual(OTHER);
    const page = await chat.showBranch(scene.conversationId, first.messageId);
    expect(page).toEqual(await chat.messages(scene.conversationId));
    expect(await shown(scene)).toEqual(FIRST);
    const told = { conversationId: scene.conversationId };
    await until('the change is told', () => scene.socket.eventsOf('conversationChanged').length > 0);
    expect(scene.socket.eventsOf('conversationChanged')).toContainEqual(told);
    await exchange(scene, 'Third');
    expect(await shown(scene)).toEqual([...FIRST, 'Third', 'Well met.']);
    // What all branches share leads to the newest of them.
    const greetingId = page.items[0]?.id ?? '';
    await chat.showBranch(scene.conversationId, greetingId);
    expect(await shown(scene)).toEqual(OTHER);
    await expect(chat.showBranch(scene.conversationId, randomUUID())).rejects.toMatchObject({ code: 'not_found' });
    await chat.showBranch(scene.conversationId, other.replyId);
    expect(await shown(scene)).toEqual(OTHER);
  });

  it('a message of another conversation of one’s own is not there', async () => {
    const { scene, chat } = await fork();
    const own = await chat.createConversation(cast.personaId);
    const [greeting] = (await chat.messages(own.id)).items;
    const refused = chat.showBranch(scene.conversationId, greeting?.id ?? '');
    await expect(refused).rejects.toMatchObject({ code: 'not_found' });
  });

  it('a branch that is deleted while it is shown gives way to the one beside it', async () => {
    const { scene, other, chat } = await fork();
    await chat.deleteMessage(other.messageId);
    expect(await shown(scene)).toEqual(FIRST);
    await expect(chat.deleteMessage(other.messageId)).rejects.toMatchObject({ code: 'not_found' });
    expect((await chat.messages(scene.conversationId)).items[1]?.siblingIds).toHaveLength(1);
  });

  it('without one beside it, what was above is shown; all below goes', async () => {
    const { scene, first, other, chat } = await fork();
    await chat.deleteMessage(first.messageId);
    expect(await shown(scene)).toEqual(OTHER);
    await chat.deleteMessage(other.replyId);
    expect(await shown(scene)).toEqual([GREETING, 'Other']);
    await chat.deleteMessage(other.messageId);
    expect(await shown(scene)).toEqual([GREETING]);
    const count = 'SELECT count(*)::int AS n FROM message WHERE conversation_id = $1';
    expect(await house.world.query(count, [scene.conversationId])).toEqual([{ n: 3 }]);
    await exchange(scene, 'Anew');
    expect(await shown(scene)).toEqual([GREETING, 'Anew', 'Well met.']);
  });

  it('what is not shown is deleted without a change of what is', async () => {
    const { scene, second, chat } = await fork();
    await chat.deleteMessage(second.messageId);
    expect(await shown(scene)).toEqual(OTHER);
  });

  it('nothing goes while a reply below it is being written, and a greeting never goes', async () => {
    const { scene, other, chat } = await fork();
    const [greeting] = (await chat.messages(scene.conversationId)).items;
    await expect(chat.deleteMessage(greeting?.id ?? '')).rejects.toMatchObject({ code: 'forbidden' });
    house.llm.script({ kind: 'hang' });
    const running = await sayPaid(scene, 'Slowly');
    for (const id of [other.messageId, running.messageId, running.replyId]) {
      await expect(chat.deleteMessage(id)).rejects.toMatchObject({ code: 'reply_under_way' });
    }
    await scene.socket.emit('stopGeneration', { replyId: running.replyId });
    await endOf(scene, running.replyId);
    await chat.deleteMessage(running.messageId);
    expect(await shown(scene)).toEqual(OTHER);
  });

  it('sends and deletions at once: each message that was taken is in the tree, or its branch was deleted after it', async () => {
    const { scene, other, chat } = await fork();
    const acks = await Promise.all([
      ...Array.from({ length: 3 }, (_, nth) => sayPaid(scene, `At once ${nth}`)),
      chat.deleteMessage(other.messageId).catch((error: { code: string }) => error.code),
    ]);
    for (const ack of acks) if (typeof ack === 'object') await endOf(scene, ack.replyId);
    const orphans = await house.world.query(
      `SELECT m.id FROM message m WHERE m.conversation_id = $1 AND m.parent_id IS NOT NULL AND NOT EXISTS (SELECT FROM message p WHERE p.id = m.parent_id)
       UNION ALL SELECT c.id FROM conversation c WHERE c.id = $1 AND NOT EXISTS (SELECT FROM message m WHERE m.id = c.leaf_id)`,
      [scene.conversationId],
    );
    expect(orphans).toEqual([]);
  });

  it('a conversation begins with all greetings of the persona, the main one shown', async () => {
    const scene = await arrive();
    const { chat } = scene.fan.api;
    const [greeting] = (await chat.messages(scene.conversationId)).items;
    expect(greeting?.siblingIds).toHaveLength(3);
    expect(greeting?.content).toBe(GREETING);
    await chat.showBranch(scene.conversationId, greeting?.siblingIds[1] ?? '');
    expect(await shown(scene)).toEqual(['You again, Ben.']);
    expect((await chat.createConversation(cast.personaId)).id).toBe(scene.conversationId);
    await exchange(scene, 'Hello');
    expect(house.llm.calls.at(-1)?.messages[1]?.content).toBe('You again, Ben.');
    expect(await shown(scene)).toEqual(['You again, Ben.', 'Hello', 'Well met.']);
    expect((await chat.messages(scene.conversationId)).items[0]?.siblingIds).toHaveLength(3);
  });
});
