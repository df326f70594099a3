import type { LoreEntryChanges } from '@troupe/contracts/http/lorebook';
import type { Database } from '@troupe/database';
import type { Actor } from '@troupe/test-kit/actors';
import { until } from '@troupe/test-kit/until';
import { DATABASE } from '../../src/platform/database/database.module.ts';
import { type House, openHouse } from '../support/boot.ts';
import { enter, type Scene } from '../support/chat.ts';
import { publishedBy, registerCreator } from '../support/studio.ts';
import { asked, exchange } from '../support/tree.ts';

describe('a lorebook in a chat', () => {
  let house: House;
  let creator: Actor;
  /** Names of the statements that were sent. */
  const sent: string[] = [];

  beforeAll(async () => {
    house = await openHouse({ SWEEP_INTERVAL_MS: '60000' });
    creator = await registerCreator(house, 'Maker');
    const { pool } = house.get<Database>(DATABASE as never);
    const query = pool.query.bind(pool) as (...args: unknown[]) => unknown;
    Object.assign(pool, {
      query: (...args: unknown[]) => {
        const [statement] = args;
        if (typeof statement === 'object' && statement !== null && 'name' in statement)
          sent.push(String(statement.name));
        return query(...args);
      },
    });
  });
  afterAll(async () => house.close());

  const open = async (entries: LoreEntryChanges[], by: Actor | undefined = undefined) => {
    const { id, revision } = await publishedBy(creator, 'Orla');
    const saved = await creator.api.creator.saveLorebook(id, { revision, entries });
    const scene = await enter(by ?? (await house.register('Ben')), id);
    return { id, revision: saved.revision, scene };
  };
  const lastPrompt = (): string => (house.llm.calls.at(-1)?.messages ?? []).map(({ content }) => content).join('\n');
  /** Whether what was said last brought the text into the prompt. */
  const told = (text: string): boolean => lastPrompt().includes(text);
  const remembered = async ({ conversationId }: Scene): Promise<number> =>
    (await house.world.query('SELECT FROM lore_effect WHERE conversation_id = $1', [conversationId])).length;

  it('is told when a key was said, with its macros filled in, and as it is now', async () => {
    const { id, revision, scene } = await open([{ keys: ['lamp'], content: 'SECRET of {{char}} for {{user}}.' }]);
    await exchange(scene, 'Good evening');
    expect(told('SECRET')).toBe(false);
    await exchange(scene, 'And the lamp?');
    expect(told('SECRET of Orla for Ben.')).toBe(true);
    const [line] = (await creator.api.creator.loreEntries(id)).items;
    await creator.api.creator.saveLoreEntry(id, line?.id ?? '', { revision, entry: { content: 'ANOTHER' } });
    await exchange(scene, 'Well then');
    expect([told('SECRET'), told('ANOTHER')]).toEqual([false, true]);
    expect(await remembered(scene)).toBe(0);
  });

  it.each<[string, LoreEntryChanges, string[]]>([
    ['without time', {}, ['chat-for-send', 'persona-standings', 'chat-send']],
    ['with sticky times', { stickyMessages: 4 }, ['chat-for-send', 'persona-standings', 'chat-send', 'chat-lore']],
  ])(
    'costs no message more than two reads and one writing statement before the provider: %s',
    async (_, time, path) => {
      const { scene } = await open([{ keys: ['lamp'], content: 'SECRET', ...time }]);
      await exchange(scene, 'The lamp');
      await until('the end of what the first one left to write', async () => sent.at(-1) !== 'chat-lore-begin');
      sent.length = 0;
      let before: string[] = [];
      house.llm.script(() => {
        before = [...sent];
        return { kind: 'reply', words: ['Well ', 'met.'] };
      });
      await exchange(scene, 'The lamp again');
      expect(told('SECRET')).toBe(true);
      // What a lorebook asks of the way is read beside the writing statement, as the history is where it is not known.
      expect(before).toEqual(path);
    },
  );

  it('remembers sticky times by the path: on another branch they never were, and are again on the way back', async () => {
    const { scene } = await open([{ keys: ['lamp'], content: 'SECRET', stickyMessages: 4, scanDepthMessages: 1 }]);
    const { api } = scene.fan;
    const first = await exchange(scene, 'The lamp');
    expect(told('SECRET')).toBe(true);
    await until('what began', async () => (await remembered(scene)) === 1);
    const second = await exchange(scene, 'Go on');
    expect(told('SECRET')).toBe(true);
    await asked(scene, 'regenerate', second.replyId);
    expect(told('SECRET')).toBe(true);
    await exchange(scene, 'And on');
    expect(told('SECRET')).toBe(false);
    await asked(scene, 'editMessage', first.messageId, { content: 'No light' });
    expect(told('SECRET')).toBe(false);
    await exchange(scene, 'Go on here');
    expect(told('SECRET')).toBe(false);
    await api.chat.showBranch(scene.conversationId, second.replyId);
    await asked(scene, 'editMessage', second.messageId, { content: 'Go on otherwise' });
    expect(told('SECRET')).toBe(true);
  });

  it('begins nothing with a reply that was taken back', async () => {
    const { scene } = await open([{ keys: ['lamp'], content: 'SECRET', stickyMessages: 4, scanDepthMessages: 1 }]);
    house.llm.script({ kind: 'empty' });
    await exchange(scene, 'The lamp');
    await until('what began', async () => (await remembered(scene)) === 1);
    house.llm.script({ kind: 'reply', words: ['Yes.'] });
    await exchange(scene, 'Go on');
    expect(told('SECRET')).toBe(false);
  });

  it('waits as long as an entry says', async () => {
    const { scene } = await open([{ keys: ['lamp'], content: 'SECRET', delayMessages: 4 }]);
    await exchange(scene, 'The lamp');
    expect(told('SECRET')).toBe(false);
    await exchange(scene, 'The lamp');
    expect(told('SECRET')).toBe(true);
  });

  it('shows its creator which entries fired, in their own preview, as they did', async () => {
    const entries = [
      { name: 'Lamp', keys: ['lamp'], content: 'SECRET', probabilityPercent: 50 },
      { name: 'Off', keys: ['lamp'], content: 'x', isEnabled: false },
    ];
    const { scene } = await open(entries, creator);
    for (const said of ['The lamp', 'The lamp?', 'The lamp!']) {
      await exchange(scene, said);
      const { turns, lore } = await creator.api.chat.prompt(scene.conversationId);
      expect(turns).toEqual(house.llm.calls.at(-1)?.messages);
      expect(lore?.active.map(({ name }) => name)).toEqual(told('SECRET') ? ['Lamp'] : []);
      expect(lore?.refused).toContainEqual(expect.objectContaining({ name: 'Off', because: 'disabled' }));
    }
  });
});
