import { randomUUID } from 'node:crypto';
import { until } from '@troupe/test-kit/until';
import type { Cast } from '@troupe/test-kit/world';
import { type House, openHouse } from './support/boot.ts';
import { endOf, enter, type Scene, sayPaid } from './support/chat.ts';

describe('a fan keeps their conversations', () => {
  let house: House;
  let cast: Cast;

  beforeAll(async () => {
    house = await openHouse({ LLM_FIRST_TOKEN_TIMEOUT_MS: '60000' });
    cast = await house.world.addCast();
  });
  afterAll(async () => house.close());
  beforeEach(() => house.llm.script({ kind: 'reply', words: ['Well ', 'met.'] }));

  const arrive = async () => enter(await house.register('Ben'), cast.personaId);
  const exchange = async (scene: Scene, content: string) => {
    const ack = await sayPaid(scene, content);
    await endOf(scene, ack.replyId);
    return ack;
  };
  /** One fan with `count` conversations, the newest first; each was spoken in, because an unused one is opened again. */
  const several = async (count: number) => {
    const fan = await house.register('Ben');
    const ids: string[] = [];
    for (let nth = 0; nth < count; nth += 1) {
      const { id } = await fan.api.chat.createConversation(cast.personaId);
      await house.world.query(
        `WITH c AS (UPDATE conversation SET last_message_at = now() - make_interval(hours => $2::int) WHERE id = $1 RETURNING id, fan_id, leaf_id)
         INSERT INTO message (id, conversation_id, fan_id, parent_id, role, status, content, finished_at)
         SELECT uuidv7(), id, fan_id, leaf_id, 'user', 'done', 'Word number ' || $2 || ' 100% a_b', now() FROM c`,
        [id, nth],
      );
      ids.push(id);
    }
    return { fan, ids };
  };

  it('changes what is named and nothing else, and tells the other devices', async () => {
    const scene = await arrive();
    const { chat } = scene.fan.api;
    const before = await chat.conversation(scene.conversationId);
    const change = { title: 'The lamp', pinned: true, fanName: 'Captain', authorNote: 'Rain.', authorNoteDepth: 0 };
    expect(await chat.updateConversation(scene.conversationId, change)).toEqual({ ...before, ...change });
    const rest = { archived: true, fanDescription: 'Tall.', memoryEnabled: false, title: null };
    const after = await chat.updateConversation(scene.conversationId, rest);
    expect(after).toEqual({ ...before, ...change, ...rest });
    expect(await chat.updateConversation(scene.conversationId, {})).toEqual(after);
    expect(scene.socket.eventsOf('conversationChanged')[0]).toEqual({ conversationId: scene.conversationId });
  });

  it('is unread from a reply’s end until it is read', async () => {
    const scene = await arrive();
    const unread = async () => (await scene.fan.api.chat.conversations()).items[0]?.unread;
    expect(await unread()).toBe(false);
    await exchange(scene, 'Hello');
    expect(await unread()).toBe(true);
    await scene.fan.api.chat.markRead(scene.conversationId);
    expect(await unread()).toBe(false);
  });

  it('pages through pinned ones first, then by time, each once; archived ones are elsewhere', async () => {
    const { fan, ids } = await several(6);
    const { chat } = fan.api;
    for (const nth of [2, 4]) await chat.updateConversation(ids[nth] ?? '', { pinned: true });
    await chat.updateConversation(ids[1] ?? '', { archived: true });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await chat.conversations({ limit: 1, cursor });
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined && seen.length < 10);
    expect(seen).toEqual([2, 4, 0, 3, 5].map((nth) => ids[nth]));
    expect((await chat.conversations({ archived: true })).items.map((item) => item.id)).toEqual([ids[1]]);
  });

  it.each([
    ['its title, in any letters', 'LIGHT', [1]],
    ['the persona’s name', 'orl', [0, 1, 2]],
    ['a message', 'NUMBER 2', [2]],
    ['a percent sign as it is', '0% a', [0, 1, 2]],
    ['an underscore as it is', 'a_b', [0, 1, 2]],
    ['no wildcard', 'a%b', []],
    ['no wildcard either', 'W_rd', []],
    ['a backslash', '\\', []],
    ['nothing but blanks: all', '  ', [0, 1, 2]],
  ])('a search finds by %s', async (_, q, found) => {
    const { fan, ids } = await several(3);
    await fan.api.chat.updateConversation(ids[1] ?? '', { title: 'The lighthouse' });
    const { items } = await fan.api.chat.conversations({ q });
    expect(items.map((item) => item.id)).toEqual(found.map((nth) => ids[nth]));
  });

  it('is deleted with its messages; what was paid in it stays in the ledger', async () => {
    const scene = await arrive();
    const { chat, coin } = scene.fan.api;
    const { replyId } = await exchange(scene, 'Hello');
    const { journalId } = await coin.receipt(replyId);
    const balance = await coin.balance(scene.fan.userId);
    await chat.deleteConversation(scene.conversationId);
    await expect(chat.conversation(scene.conversationId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(chat.deleteConversation(scene.conversationId)).rejects.toMatchObject({ code: 'not_found' });
    expect((await chat.conversations()).items).toEqual([]);
    const left = 'SELECT count(*)::int AS n FROM message WHERE conversation_id = $1';
    expect(await house.world.query(left, [scene.conversationId])).toEqual([{ n: 0 }]);
    expect(await coin.balance(scene.fan.userId)).toEqual(balance);
    expect(await coin.journalReceipt(journalId)).toMatchObject({ journalId });
    expect((await coin.transactions(scene.fan.userId)).items.map((item) => item.journalId)).toContain(journalId);
  });

  it('is not deleted while a paid reply is under way', async () => {
    house.llm.script({ kind: 'hang', afterWords: ['Well '] });
    const scene = await arrive();
    const { replyId } = await sayPaid(scene, 'Hello');
    const refused = { code: 'reply_under_way', status: 409 };
    await expect(scene.fan.api.chat.deleteConversation(scene.conversationId)).rejects.toMatchObject(refused);
    await scene.socket.emit('stopGeneration', { replyId });
    expect(await endOf(scene, replyId)).toMatchObject({ status: 'stopped', content: 'Well ' });
    await scene.fan.api.chat.deleteConversation(scene.conversationId);
  });

  it('is deleted while a free preview is being written, and nothing of that is left', async () => {
    house.llm.script({ kind: 'reply', words: Array.from({ length: 200 }, () => 'word '), wordDelayMs: 10 });
    const [own, creator] = await Promise.all([house.world.addCast(), house.register('Maker')]);
    const handle = `maker_${creator.userId.slice(-8)}`;
    const asCreator = 'INSERT INTO creator (user_id, handle, display_name) VALUES ($1, $2, $2)';
    await house.world.query(asCreator, [creator.userId, handle]);
    await house.world.query('UPDATE persona SET creator_id = $1 WHERE id = $2', [creator.userId, own.personaId]);
    const scene = await enter(creator, own.personaId);
    await sayPaid(scene, 'Hello');
    const abandoned = house.llm.abandoned;
    await scene.fan.api.chat.deleteConversation(scene.conversationId);
    // The process finds its lease gone when it saves next, and ends the provider's connection.
    await until('the end of the generation', () => house.llm.abandoned > abandoned);
    const left = `SELECT FROM generation WHERE conversation_id = $1 UNION ALL SELECT FROM message WHERE conversation_id = $1`;
    expect(await house.world.query(left, [scene.conversationId])).toEqual([]);
  });

  it('a message has one reaction at a time', async () => {
    const scene = await arrive();
    const { chat } = scene.fan.api;
    const greeting = async () => (await chat.messages(scene.conversationId)).items[0];
    const id = (await greeting())?.id ?? '';
    await chat.react(id, '🔥');
    await chat.react(id, '❤️');
    expect((await greeting())?.reaction).toBe('❤️');
    await chat.react(id, null);
    expect((await greeting())?.reaction).toBeNull();
  });

  it('is exported as what is shown in Markdown, and as the whole tree in JSON', async () => {
    const scene = await arrive();
    const { chat } = scene.fan.api;
    const first = await exchange(scene, '# Hello\n</blockquote>');
    const clientMessageId = randomUUID();
    const wish = { conversationId: scene.conversationId, clientMessageId, messageId: first.messageId };
    const edited = await scene.socket.emit('editMessage', { ...wish, content: 'Other words' });
    if (!edited.ok) throw new Error(`refused: ${edited.code}`);
    await endOf(scene, edited.replyId);
    await chat.showBranch(scene.conversationId, first.messageId);
    await chat.updateConversation(scene.conversationId, { title: 'Über "the" lamp/../x' });
    const markdown = await chat.exportConversation(scene.conversationId);
    expect(markdown.name).toMatch(/^uber-the-lamp-x-\d{4}-\d\d-\d\d\.md$/);
    const document = (await markdown.content.text()).replaceAll(/\d{4}-\d\d-\d\d( \d\d:\d\d)?/g, 'then');
    expect(document).toBe(
      '# Über "the" lamp/../x\n\nBen and Orla, an AI character. Exported on then.\n' +
        '\n**Orla** · then UTC\n\n> Come in, Ben.\n' +
        '\n**Ben** · then UTC\n\n> \\# Hello\n> \\</blockquote\\>\n' +
        '\n**Orla** · then UTC\n\n> Well met.\n',
    );
    const json = await chat.exportConversation(scene.conversationId, { format: 'json' });
    const whole = JSON.parse(await json.content.text()) as { conversation: unknown; messages: { content: string }[] };
    expect(whole.conversation).toEqual(await chat.conversation(scene.conversationId));
    const contents = ['Come in, Ben.', '# Hello\n</blockquote>', 'Well met.', 'Other words', 'Well met.'];
    expect(whole.messages.map((message) => message.content)).toEqual(contents);
  });
});
