import { randomUUID } from 'node:crypto';
import { LIMITS } from '@troupe/contracts/limits';
import type { Cast } from '@troupe/test-kit/world';
import { faultsIn } from './support/books.ts';
import { type House, openHouse } from './support/boot.ts';
import { endOf, enter, type Scene, say } from './support/chat.ts';
import { ask, asked, balanceOf, branchOf, exchange, WISHES, type Wish } from './support/tree.ts';

const WELCOME = 30_000_000;
const DEEP_MESSAGES = 5_000;
/** Far more than the pages and the prompt of one message need, and far less than a deep tree has. */
const ROWS_READ_MAX = 2_000;

describe('the events of a tree have enemies', () => {
  let house: House;
  let cast: Cast;

  beforeAll(async () => {
    house = await openHouse();
    cast = await house.world.addCast();
  });
  afterAll(async () => house.close());
  beforeEach(() => house.llm.script({ kind: 'reply', words: ['Well ', 'met.'] }));
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  const arrive = async () => enter(await house.register('Ben'), cast.personaId);
  const messagesOf = async (scene: Scene) => {
    const [row] = await house.world.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM message WHERE conversation_id = $1',
      [scene.conversationId],
    );
    return row?.count;
  };

  it.each(WISHES)('%s refuses every bad payload, and writes and charges nothing', async (wish) => {
    const scene = await arrive();
    const [greeting] = await branchOf(scene);
    const good = {
      conversationId: scene.conversationId,
      clientMessageId: randomUUID(),
      messageId: greeting?.id,
      ...(wish === 'editMessage' ? { content: 'Edited' } : {}),
    };
    const bad: unknown[] = [
      ...[undefined, null, 7, 'text', [], {}, [good]],
      ...['conversationId', 'clientMessageId', 'messageId'].flatMap((field) =>
        ['', 'nonsense', 7, null, [randomUUID()], { id: randomUUID() }].map((value) => ({ ...good, [field]: value })),
      ),
      ...[-1, 1.5, '2', 2 ** 60, null].map((maxPriceMicrocoins) => ({ ...good, maxPriceMicrocoins })),
      { ...good, extra: true },
      { ...good, parentId: greeting?.id },
      // Only an edit says something, and what it says has the limits of a message.
      ...(wish === 'editMessage'
        ? [undefined, '', ' \n', 'nul\0', '\ud800', ['Hi'], 'x'.repeat(LIMITS.messageCharsMax + 1)]
        : ['Hi']
      ).map((content) => ({ ...good, content })),
    ];
    for (const payload of bad) {
      const answer = await scene.socket.emit(wish, payload as never);
      expect([payload, answer]).toMatchObject([payload, { ok: false, code: 'validation_failed' }]);
    }
    expect(await messagesOf(scene)).toBe(1);
    expect(await balanceOf(scene)).toBe(WELCOME);
  });

  it('ids of another conversation, one’s own or another fan’s, and of the wrong role answer not_found', async () => {
    const fan = await house.register('Ben');
    const scene = await enter(fan, cast.personaId);
    const own = await exchange(scene);
    const second = await enter(fan, cast.personaId);
    const elsewhere = await exchange(second);
    const stranger = await arrive();
    const theirs = await exchange(stranger);
    const before = await balanceOf(scene);
    const of = (ack: typeof own, wish: Wish) => (wish === 'editMessage' ? ack.messageId : ack.replyId);
    const notFound = { ok: false, code: 'not_found' };
    for (const wish of WISHES) {
      for (const id of [of(elsewhere, wish), of(theirs, wish), scene.conversationId, fan.userId]) {
        expect(await ask(scene, wish, id)).toMatchObject(notFound);
      }
      // A message of the fan where a reply is wanted, and the other way round.
      const wrongRole = wish === 'editMessage' ? own.replyId : own.messageId;
      expect(await ask(scene, wish, wrongRole)).toMatchObject(notFound);
      const { conversationId } = stranger;
      expect(await ask(scene, wish, of(theirs, wish), { conversationId })).toMatchObject(notFound);
      expect(await ask(scene, wish, of(own, wish), { conversationId })).toMatchObject(notFound);
      expect(await ask(scene, wish, of(own, wish), { conversationId: randomUUID() })).toMatchObject(notFound);
    }
    expect(await balanceOf(scene)).toBe(before);
    expect([await messagesOf(scene), await messagesOf(second), await messagesOf(stranger)]).toEqual([3, 3, 3]);
    expect(stranger.socket.eventsOf('message')).toHaveLength(2);
  });

  it('a cursor that is a message of somebody else shows nothing of it', async () => {
    const [scene, stranger] = [await arrive(), await arrive()];
    const theirs = await exchange(stranger);
    const cursor = Buffer.from(JSON.stringify(theirs.replyId)).toString('base64url');
    const page = await scene.fan.api.chat.messages(scene.conversationId, { cursor });
    expect(page).toEqual({ items: [], nextCursor: null });
  });

  it('the longest text is said and shown as it was; ids in capital letters are the same ids', async () => {
    const scene = await arrive();
    const first = await exchange(scene);
    const content = '🎭'.repeat(LIMITS.messageCharsMax / 2);
    await asked(scene, 'editMessage', first.messageId.toUpperCase(), { content });
    expect((await branchOf(scene)).at(-2)).toMatchObject({ content, parentId: (await branchOf(scene))[0]?.id });
    expect(house.llm.calls.at(-1)?.messages.at(-1)?.content).toBe(content);
  });

  it('fifty wishes at once: as many replies run as may, and no more are charged', async () => {
    const scene = await arrive();
    const first = await exchange(scene);
    house.llm.script({ kind: 'hang' });
    const acks = await Promise.all(
      Array.from({ length: 50 }, (_, number) =>
        ask(scene, WISHES[number % 3] ?? 'editMessage', number % 3 === 0 ? first.messageId : first.replyId),
      ),
    );
    const taken = acks.filter((ack) => ack.ok);
    expect(taken).toHaveLength(LIMITS.generationsPerFanMax);
    expect(new Set(acks.flatMap((ack) => (ack.ok ? [] : [ack.code])))).toEqual(new Set(['too_many_generations']));
    const paid = taken.reduce((sum, ack) => sum + (ack.ok ? ack.chargedMicrocoins : 0), first.chargedMicrocoins);
    expect(await balanceOf(scene)).toBe(WELCOME - paid);
    for (const ack of taken) if (ack.ok) await scene.socket.emit('stopGeneration', { replyId: ack.replyId });
    for (const ack of taken) if (ack.ok) await endOf(scene, ack.replyId);
  });

  /** Writes `count` messages, each below the one before it or all below the first, and shows the last one. */
  const grow = async (scene: Scene, count: number, shape: 'deep' | 'wide') => {
    await house.world.query(
      `WITH ids AS MATERIALIZED (SELECT n, uuidv7() AS id FROM generate_series(1, $2::int) n),
         placed AS (SELECT n, id, CASE WHEN $3 THEN lag(id) OVER (ORDER BY n) ELSE NULL END AS above FROM ids),
         written AS (
           INSERT INTO message (id, conversation_id, fan_id, parent_id, role, status, content, finished_at)
           SELECT p.id, c.id, c.fan_id, coalesce(p.above, c.leaf_id), CASE WHEN $3 AND p.n % 2 = 1 THEN 'user' ELSE 'assistant' END::message_role,
                  'done', 'Message ' || p.n, now()
           FROM placed p, conversation c WHERE c.id = $1 RETURNING id)
       UPDATE conversation SET leaf_id = (SELECT id FROM ids ORDER BY n DESC LIMIT 1) WHERE id = $1`,
      [scene.conversationId, count, shape === 'deep'],
    );
    await house.world.query('ANALYZE message');
  };
  /** Rows of messages that the API has read so far. */
  const rowsRead = async () => {
    // A connection that ends hands in what it counted.
    await house.world.query(
      `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND application_name <> ''`,
    );
    const [row] = await house.world.query<{ rows: number }>(
      `SELECT sum(coalesce(idx_tup_fetch, 0) + seq_tup_read)::int AS rows FROM pg_stat_user_tables WHERE relname ~ '^message_'`,
    );
    return row?.rows ?? 0;
  };

  it(`a branch of ${DEEP_MESSAGES} messages is read, told and answered by its end alone`, async () => {
    const scene = await arrive();
    await grow(scene, DEEP_MESSAGES, 'deep');
    const before = await rowsRead();
    const newest = await scene.fan.api.chat.messages(scene.conversationId, { limit: LIMITS.pageItemsMax });
    expect(newest.items).toHaveLength(LIMITS.pageItemsMax);
    const cursor = newest.nextCursor ?? '';
    const older = await scene.fan.api.chat.messages(scene.conversationId, { limit: LIMITS.pageItemsMax, cursor });
    expect(older.items.at(-1)?.id).toBe(newest.items[0]?.parentId);
    const last = newest.items.at(-1)?.id ?? '';
    await asked(scene, 'continueReply', last);
    await exchange(scene, 'Still there?');
    await asked(scene, 'regenerate', last);
    const read = (await rowsRead()) - before;
    expect(read).toBeGreaterThan(2 * LIMITS.pageItemsMax);
    expect(read).toBeLessThan(ROWS_READ_MAX);
    const prompt = house.llm.calls.at(-1)?.messages ?? [];
    expect(prompt.length).toBeLessThanOrEqual(LIMITS.historyMessagesMax + 3);
    expect(prompt.some((turn) => turn.content === `Message ${DEEP_MESSAGES - 1}`)).toBe(true);
  });

  it(`a branch of ${DEEP_MESSAGES} messages is shown from its top down to its end, and deleted whole`, async () => {
    const scene = await arrive();
    const [greeting] = await branchOf(scene);
    await grow(scene, DEEP_MESSAGES, 'deep');
    const [end] = await house.world.query<{ id: string }>('SELECT leaf_id AS id FROM conversation WHERE id = $1', [
      scene.conversationId,
    ]);
    const [top] = await house.world.query<{ id: string }>('SELECT id FROM message WHERE parent_id = $1', [
      greeting?.id,
    ]);
    const { chat } = scene.fan.api;
    expect((await chat.showBranch(scene.conversationId, greeting?.id ?? '')).items.at(-1)?.id).toBe(end?.id);
    await chat.memory(scene.conversationId);
    await chat.deleteMessage(top?.id ?? '');
    expect((await branchOf(scene)).map((message) => message.id)).toEqual([greeting?.id]);
    expect(await messagesOf(scene)).toBe(1);
  });

  it('a place with more alternatives than are shown shows the newest, and the one that is chosen among them', async () => {
    const scene = await arrive();
    const said = await say(scene, 'Tell me');
    if (!said.ok) throw new Error('refused');
    await endOf(scene, said.replyId);
    await house.world.query('UPDATE conversation SET leaf_id = $2 WHERE id = $1', [
      scene.conversationId,
      said.messageId,
    ]);
    await grow(scene, LIMITS.alternativesMax + 50, 'wide');
    const shown = (await branchOf(scene)).at(-1);
    expect(shown?.siblingIds).toHaveLength(LIMITS.alternativesMax);
    expect(shown?.siblingIds).toContain(shown?.id);
    // The first one of all, when it is the one that is shown.
    await house.world.query('UPDATE conversation SET leaf_id = $2 WHERE id = $1', [scene.conversationId, said.replyId]);
    const oldest = (await branchOf(scene)).at(-1);
    expect(oldest?.siblingIds).toHaveLength(LIMITS.alternativesMax);
    expect(oldest?.siblingIds[0]).toBe(said.replyId);
    expect(oldest?.siblingIds.toSorted()).toEqual(oldest?.siblingIds);
  });
});
