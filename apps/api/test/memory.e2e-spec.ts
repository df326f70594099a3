import { until } from '@troupe/test-kit/until';
import type { Cast } from '@troupe/test-kit/world';
import { MEMORY } from '../src/modules/chat/domain/memory.ts';
import { type House, openHouse } from './support/boot.ts';
import { endOf, enter, type Scene, sayPaid } from './support/chat.ts';

type Answer = Parameters<House['llm']['script']>[0];
type Call = House['llm']['calls'][number];

/** As many exchanges as make the first summary due. */
const DUE = 10;
const COVERED = 13;

describe('what is remembered of a conversation', () => {
  let house: House;
  let cast: Cast;

  beforeAll(async () => {
    house = await openHouse({ LLM_FIRST_TOKEN_TIMEOUT_MS: '60000' });
    cast = await house.world.addCast({ priceMicrocoins: 500_000 });
  });
  afterAll(async () => house.close());

  const isSummary = (call: Call) => call.messages[0]?.content.startsWith('You keep the memory') ?? false;
  /** Replies as usual, and summaries that say this. */
  const script = (summary: Exclude<Answer, (call: Call) => unknown>) =>
    house.llm.script((call) => (isSummary(call) ? summary : { kind: 'reply', words: ['Well ', 'met.'] }));
  const summaries = () => house.llm.calls.filter(isSummary);
  const arrive = async () => enter(await house.register('Ben'), cast.personaId);
  const talk = async (scene: Scene, exchanges: number) => {
    for (let nth = 1; nth <= exchanges; nth += 1) await endOf(scene, (await sayPaid(scene, `Number ${nth}`)).replyId);
  };
  const memoryOf = (scene: Scene) => scene.fan.api.chat.memory(scene.conversationId);
  const remembered = async (scene: Scene, text: string) =>
    until(`the memory "${text}"`, async () => {
      const memory = await memoryOf(scene);
      return memory.text === text && memory;
    });
  const claimIsOver = (scene: Scene) =>
    until('the end of the claim', async () => {
      const free = 'SELECT FROM conversation WHERE id = $1 AND memory_lease_until IS NULL';
      return (await house.world.query(free, [scene.conversationId])).length === 1;
    });

  it('is a summary of all but the newest messages, made after a reply, at no cost; the next one goes on from it', async () => {
    script({ kind: 'reply', words: ['Memory: ', 'Ben counts.'] });
    const scene = await arrive();
    await talk(scene, DUE - 1);
    expect(await memoryOf(scene)).toEqual({
      enabled: true,
      text: '',
      coveredMessages: 0,
      edited: false,
      updatedAt: null,
    });
    expect(summaries()).toHaveLength(0);
    await talk(scene, 1);
    expect(await remembered(scene, 'Ben counts.')).toMatchObject({ coveredMessages: COVERED, edited: false });
    const said = summaries()[0]?.messages[1]?.content ?? '';
    expect(said).toContain('Ben: Number 6');
    expect(said).not.toContain('Number 7');
    const spent = 30_000_000 - DUE * 500_000;
    expect((await scene.fan.api.coin.balance(scene.fan.userId)).balanceMicrocoins).toBe(spent);
    script({ kind: 'reply', words: ['Ben still counts.'] });
    await talk(scene, 6);
    expect(await remembered(scene, 'Ben still counts.')).toMatchObject({ coveredMessages: COVERED + 12 });
    expect(summaries()).toHaveLength(2);
    expect(summaries()[1]?.messages[1]?.content).toMatch(/^Memory so far:\nBen counts\.\n/);
  });

  it('the prompt tells it, with what the fan set on the conversation', async () => {
    script({ kind: 'reply', words: ['Ben counts.'] });
    const scene = await arrive();
    const { chat } = scene.fan.api;
    await chat.writeMemory(scene.conversationId, 'Ben once was a baker.');
    const set = { fanName: 'Captain', fanDescription: 'Wears a coat.', authorNote: 'It rains.', authorNoteDepth: 1 };
    await chat.updateConversation(scene.conversationId, set);
    await talk(scene, 1);
    const [system, ...turns] = house.llm.calls.at(-1)?.messages ?? [];
    for (const text of ['Ben once was a baker.', 'Captain', 'Wears a coat.']) expect(system?.content).toContain(text);
    expect(turns.map((turn) => turn.content)).toEqual(['Come in, Ben.', 'It rains.', 'Number 1']);
    await chat.updateConversation(scene.conversationId, { memoryEnabled: false });
    await talk(scene, 1);
    expect(house.llm.calls.at(-1)?.messages[0]?.content).not.toContain('baker');
  });

  it('is the fan’s to write: in place of a summary, for the beginning before there is one, and empty to forget', async () => {
    script({ kind: 'reply', words: ['Ben counts.'] });
    const scene = await arrive();
    const { chat } = scene.fan.api;
    const written = await chat.writeMemory(scene.conversationId, '  I am a baker.  ');
    expect(written).toMatchObject({ text: 'I am a baker.', coveredMessages: 1, edited: true });
    await talk(scene, DUE);
    expect(await remembered(scene, 'Ben counts.')).toMatchObject({ coveredMessages: COVERED, edited: true });
    expect(summaries().at(-1)?.messages[1]?.content).toContain('I am a baker.');
    const corrected = await chat.writeMemory(scene.conversationId, 'I count.');
    expect(corrected).toMatchObject({ text: 'I count.', coveredMessages: COVERED, edited: true });
    expect(await chat.writeMemory(scene.conversationId, '')).toMatchObject({ text: '', coveredMessages: COVERED });
    await expect(chat.writeMemory(scene.conversationId, 'x'.repeat(4_001))).rejects.toMatchObject({
      code: 'validation_failed',
    });
  });

  it('is a bounded list of summaries, the newest kept', async () => {
    const scene = await arrive();
    await house.world.query(
      `INSERT INTO conversation_memory (conversation_id, covered_upto, text, created_at)
       SELECT $1, uuidv7(), n::text, now() - n * interval '1 day' FROM generate_series(1, 30) n`,
      [scene.conversationId],
    );
    await scene.fan.api.chat.writeMemory(scene.conversationId, 'I am a baker.');
    const rows = await house.world.query<{ text: string }>(
      'SELECT text FROM conversation_memory WHERE conversation_id = $1 ORDER BY created_at DESC',
      [scene.conversationId],
    );
    const kept = Array.from({ length: MEMORY.snapshotsMax - 1 }, (_, n) => `${n + 1}`);
    expect(rows.map((row) => row.text)).toEqual(['I am a baker.', ...kept]);
  });

  it('rolls back with what it covers, and is there again with the branch', async () => {
    script({ kind: 'reply', words: ['Ben counts.'] });
    const scene = await arrive();
    const { chat } = scene.fan.api;
    await chat.writeMemory(scene.conversationId, 'The beginning.');
    await talk(scene, DUE);
    await remembered(scene, 'Ben counts.');
    const { items } = await chat.messages(scene.conversationId);
    const third = items[5]?.id ?? '';
    const wish = { conversationId: scene.conversationId, messageId: third, clientMessageId: third };
    const edited = await scene.socket.emit('editMessage', { ...wish, content: 'Other' });
    if (!edited.ok) throw new Error(`refused: ${edited.code}`);
    await endOf(scene, edited.replyId);
    expect(await memoryOf(scene)).toMatchObject({ text: 'The beginning.', coveredMessages: 1 });
    await chat.showBranch(scene.conversationId, third);
    expect(await memoryOf(scene)).toMatchObject({ text: 'Ben counts.', coveredMessages: COVERED });
    await chat.deleteMessage(third);
    expect(await memoryOf(scene)).toMatchObject({ text: 'The beginning.', coveredMessages: 1 });
  });

  it.each(['first', 'later'])('what the fan writes while the %s summary is being made stays', async (which) => {
    const scene = await arrive();
    if (which === 'later') await scene.fan.api.chat.writeMemory(scene.conversationId, 'Before.');
    // Slow enough for a fan to be faster.
    script({ kind: 'reply', words: ['Stale.'], wordDelayMs: 500 });
    const before = summaries().length;
    await talk(scene, DUE);
    await until('the summary begins', () => summaries().length > before);
    await scene.fan.api.chat.writeMemory(scene.conversationId, 'Mine.');
    await claimIsOver(scene);
    expect(await memoryOf(scene)).toMatchObject({ text: 'Mine.', coveredMessages: 1 });
    script({ kind: 'reply', words: ['Fresh.'] });
    await talk(scene, 1);
    expect(await remembered(scene, 'Fresh.')).toMatchObject({ edited: true });
    expect(summaries().at(-1)?.messages[1]?.content).toMatch(/^Memory so far:\nMine\.\n/);
  });

  it('a summary that fails changes nothing, and the next reply finds it due again', async () => {
    script({ kind: 'cut', afterWords: ['Half a '] });
    const scene = await arrive();
    const before = summaries().length;
    await talk(scene, DUE);
    await until('the failure', () => summaries().length > before);
    await claimIsOver(scene);
    expect((await memoryOf(scene)).text).toBe('');
    script({ kind: 'reply', words: ['Whole.'] });
    await talk(scene, 1);
    await remembered(scene, 'Whole.');
  });

  it('is not made for a fan who wants none', async () => {
    script({ kind: 'reply', words: ['Ben counts.'] });
    const [scene, other] = [await arrive(), await arrive()];
    await scene.fan.api.chat.updateConversation(scene.conversationId, { memoryEnabled: false });
    await talk(scene, DUE + 1);
    // Begun later and done: what was to come for the first would have come.
    await talk(other, DUE);
    await remembered(other, 'Ben counts.');
    expect(await memoryOf(scene)).toMatchObject({ enabled: false, text: '' });
  });
});

it('the offline voice remembers what the fan said, in the fan’s own first sentences', async () => {
  const house = await openHouse({ LLM_BASE_URL: '', LLM_OFFLINE_WORD_DELAY_MS: '0' });
  try {
    const cast = await house.world.addCast({ priceMicrocoins: 500_000 });
    const scene = await enter(await house.register('Ben'), cast.personaId);
    for (let nth = 1; nth <= DUE; nth += 1) {
      const { replyId } = await sayPaid(scene, nth === 1 ? 'I am a baker. I bake bread.' : `Number ${nth}`);
      await endOf(scene, replyId);
    }
    const memory = await until('the memory', async () => {
      const { text } = await scene.fan.api.chat.memory(scene.conversationId);
      return text !== '' && text;
    });
    expect(memory.split('\n')[0]).toBe('Ben said: “I am a baker.”');
    expect(memory.split('\n')).toHaveLength(6);
  } finally {
    await house.close();
  }
});
