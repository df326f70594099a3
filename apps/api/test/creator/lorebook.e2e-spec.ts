import type { LoreEntryChanges } from '@troupe/contracts/http/lorebook';
import type { Actor } from '@troupe/test-kit/actors';
import { json } from '@troupe/test-kit/card-files';
import { bookOf } from '@troupe/test-kit/card-samples';
import { type House, openHouse } from '../support/boot.ts';
import { draftOf, outcomeOf, publishedBy, registerCreator } from '../support/studio.ts';

/** What no persona may say to anybody. */
const FORBIDDEN = 'She is 12 years old and horny.';
const LAMP: LoreEntryChanges = { name: 'Lamp', keys: ['lamp'], content: 'The lamp burns oil.' };

describe('a lorebook', () => {
  let house: House;
  let creator: Actor;
  let api: Actor['api']['creator'];

  beforeAll(async () => {
    house = await openHouse();
    creator = await registerCreator(house, 'Maker');
    api = creator.api.creator;
  });
  afterAll(async () => house.close());

  const names = async (id: string): Promise<string> =>
    (await api.loreEntries(id)).items.map(({ name }) => name).join(' ');
  const objects = async (id: string): Promise<number> =>
    Number(
      (
        await house.world.query<{ n: string }>('SELECT count(*) AS n FROM persona_object WHERE persona_id = $1', [id])
      )[0]?.n,
    );

  it('is empty until there is one, and is written entry by entry', async () => {
    const { id, revision: first } = await draftOf(creator, 'Orla');
    expect(await api.lorebook(id)).toMatchObject({ revision: first, entryCount: 0, name: '', problems: [] });
    const { revision, entry } = await api.addLoreEntry(id, { revision: first, entry: LAMP });
    expect(entry).toMatchObject({ ...LAMP, isEnabled: true, order: 100, position: 'after-character' });
    const lampId = entry?.id ?? '';
    const oil = await api.addLoreEntry(id, { revision, entry: { name: 'Oil' }, beforeId: lampId });
    expect(await names(id)).toBe('Oil Lamp');
    const moved = await api.moveLoreEntry(id, {
      revision: oil.revision,
      entryId: lampId,
      beforeId: oil.entry?.id ?? '',
    });
    expect(await names(id)).toBe('Lamp Oil');
    const saved = await api.saveLoreEntry(id, lampId, {
      revision: moved.revision,
      entry: { depth: 2, position: 'at-depth' },
    });
    expect(await api.loreEntry(id, lampId)).toMatchObject({ ...LAMP, depth: 2, position: 'at-depth' });
    const removed = await api.removeLoreEntry(id, oil.entry?.id ?? '', { revision: saved.revision });
    expect(await names(id)).toBe('Lamp');
    expect((await api.clearLorebook(id, { revision: removed.revision })).entryCount).toBe(0);
    expect(await objects(id)).toBe(0);
  });

  it('is written by one device at a time, and names only entries that are there', async () => {
    const { id, revision } = await draftOf(creator, 'Orla');
    await api.addLoreEntry(id, { revision, entry: LAMP });
    const late = { revision, entry: LAMP };
    expect(await outcomeOf(api.addLoreEntry(id, late))).toBe('changed_meanwhile');
    const { revision: now } = await api.lorebook(id);
    expect(await outcomeOf(api.saveLoreEntry(id, 'nobody', { ...late, revision: now }))).toBe('not_found');
    expect(await outcomeOf(api.removeLoreEntry(id, 'nobody', { revision: now }))).toBe('not_found');
    expect(await outcomeOf(api.moveLoreEntry(id, { revision: now, entryId: 'nobody', beforeId: null }))).toBe(
      'not_found',
    );
    expect(await outcomeOf(api.loreEntry(id, 'nobody'))).toBe('not_found');
    const tooLong = { revision: now, entry: { content: 'x'.repeat(20_001) } };
    expect(await outcomeOf(api.addLoreEntry(id, tooLong))).toBe('validation_failed');
  });

  it('is written whole, listed in pages and searched', async () => {
    const { id, revision } = await draftOf(creator, 'Orla');
    const entries = Array.from({ length: 300 }, (_, n) => ({ name: `n${n}`, keys: [`key${n}`], content: `text ${n}` }));
    const settings = { ...(await api.lorebook(id)).settings, isRecursive: true, recursionStepsMax: 2 };
    const saved = await api.saveLorebook(id, { revision, name: 'Coast', settings, entries });
    expect(await api.lorebook(id)).toMatchObject({
      revision: saved.revision,
      name: 'Coast',
      settings,
      entryCount: 300,
    });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await api.loreEntries(id, { limit: 70, ...(cursor !== undefined && { cursor }) });
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(entries.map(({ name }) => name));
    expect((await api.loreEntries(id, { q: 'KEY29' })).items.map(({ name }) => name)).toEqual([
      'n29',
      ...Array.from({ length: 10 }, (_, n) => `n29${n}`),
    ]);
  });

  it('tells in the test box which entries a text triggers, and why', async () => {
    const { id, revision } = await draftOf(creator, 'Orla');
    const entries: LoreEntryChanges[] = [
      LAMP,
      { name: 'Name', keys: ['{{char}}'], content: 'She is {{char}}.' },
      { name: 'Pattern', keys: ['/st[oa]rm/'], content: 'Storms last for days.' },
      { name: 'Off', keys: ['lamp'], content: 'x', isEnabled: false },
      { name: 'Both', keys: ['lamp'], secondaryKeys: ['wick'], isSelective: true, content: 'x' },
      { name: 'Broken', keys: ['/(?=x)/'], content: 'x' },
    ];
    const { revision: now } = await api.saveLorebook(id, { revision, entries });
    const found = await api.tryLorebook(id, { messages: ['Hello Orla', 'A starm at the lamp'] });
    expect(found.active.map(({ name, why }) => [name, why])).toEqual([
      ['Lamp', [{ kind: 'key', key: 'lamp', messageIndex: 1, at: 15 }]],
      ['Name', [{ kind: 'key', key: 'Orla', messageIndex: 0, at: 6 }]],
      ['Pattern', [{ kind: 'key', key: '/st[oa]rm/', messageIndex: 1, at: 2 }]],
    ]);
    expect(found.refused.map(({ name, because }) => [name, because])).toEqual([
      ['Off', 'disabled'],
      ['Both', 'secondary-keys'],
    ]);
    expect(found.usedTokens).toBe(found.active.reduce((sum, { tokens }) => sum + tokens, 0));
    expect((await api.tryLorebook(id, { messages: ['lamp'], budgetTokens: 1 })).active).toEqual([]);
    expect((await api.lorebook(id)).problems).toEqual([
      expect.objectContaining({ kind: 'pattern-invalid', about: '/(?=x)/' }),
    ]);
    await api.clearLorebook(id, { revision: now });
    expect(await api.tryLorebook(id, { messages: ['lamp'] })).toMatchObject({ active: [], refused: [] });
  });

  it('is judged like all that a persona says, before it is published and after', async () => {
    const { id, revision } = await draftOf(creator, 'Orla');
    const {
      publishProblems,
      entry,
      revision: now,
    } = await api.addLoreEntry(id, {
      revision,
      entry: { ...LAMP, content: FORBIDDEN },
    });
    const problem = { field: `lorebook.entries.${entry?.id}`, code: 'content_blocked' };
    expect(publishProblems).toEqual([expect.objectContaining(problem)]);
    expect((await api.persona(id)).problems).toEqual([expect.objectContaining(problem)]);
    expect(await outcomeOf(api.publish(id, { revision: now }))).toBe('persona_not_publishable');
    const mended = await api.saveLoreEntry(id, entry?.id ?? '', { revision: now, entry: LAMP });
    const { revision: published } = await api.publish(id, { revision: mended.revision });
    const bad = { revision: published, entry: { content: FORBIDDEN } };
    expect(await outcomeOf(api.addLoreEntry(id, bad))).toBe('persona_not_publishable');
    const file = new Blob([bookOf([{ keys: ['a'], content: FORBIDDEN }])]);
    const over = { personaId: id, revision: published };
    expect(await outcomeOf(api.importCard(file, { over }))).toBe('persona_not_publishable');
  });

  it('is part of each version: what changed is told, and restoring brings it back', async () => {
    const { id, revision } = await publishedBy(creator, 'Orla');
    const entries = Array.from({ length: 500 }, (_, n) => ({ name: `n${n}`, keys: [`key${n}`], content: `text ${n}` }));
    const whole = await api.saveLorebook(id, { revision, entries });
    const before = await objects(id);
    const [first] = (await api.loreEntries(id, { limit: 1 })).items;
    const edit = { revision: whole.revision, entry: { content: 'Another text', order: 7 } };
    const edited = await api.saveLoreEntry(id, first?.id ?? '', edit);
    // One piece and the list of pieces are new; all others are shared.
    expect((await objects(id)) - before).toBe(2);
    const field = `lorebook.entries.${first?.id}`;
    expect((await api.version(id, 3)).changes).toEqual([
      { field: `${field}.content`, before: 'text 0', after: 'Another text' },
      { field: `${field}.order`, before: 100, after: 7 },
    ]);
    expect((await api.version(id, 2)).changes).toHaveLength(101);
    const back = await api.restore(id, 2, { revision: edited.revision });
    expect(await api.loreEntry(id, first?.id ?? '')).toMatchObject({ content: 'text 0', order: 100 });
    const none = await api.restore(id, 1, { revision: back.revision });
    expect((await api.lorebook(id)).entryCount).toBe(0);
    expect(none.content.lorebookKey).toBeNull();
    expect((await api.version(id, 4)).changes).toHaveLength(2);
  });

  it('read while it is saved is what it was, what it is, or said to have changed', async () => {
    const draft = await draftOf(creator, 'Orla');
    const bookOf = (n: number) =>
      Array.from({ length: 300 }, (_, at) => ({ name: `E${at}`, content: `Text ${n}.${at}` }));
    let { revision } = await api.saveLorebook(draft.id, { revision: draft.revision, entries: bookOf(0) });
    const outcomes: string[] = [];
    for (let save = 1; save <= 6; save += 1) {
      const reads = Array.from({ length: 12 }, () => outcomeOf(api.loreEntries(draft.id, { q: 'nowhere' })));
      ({ revision } = await api.saveLorebook(draft.id, { revision, entries: bookOf(save) }));
      outcomes.push(...(await Promise.all(reads)));
    }
    expect([...new Set(outcomes)].filter((outcome) => !['allowed', 'changed_meanwhile'].includes(outcome))).toEqual([]);
  });

  it('keeps what other programs put into it', async () => {
    const card = bookOf([{ id: 7, keys: ['a'], content: 'b', x_other: [1], extensions: { 'risu/x': null, depth: 3 } }]);
    const { persona } = await api.importCard(new Blob([card]));
    await api.saveLoreEntry(persona.id, '7', { revision: persona.revision, entry: { content: 'c' } });
    const { data } = JSON.parse(await (await api.exportCard(persona.id, 'json')).text()) as {
      data: { character_book: { entries: object[] } };
    };
    expect(json(data.character_book.entries)).toBe(
      json([
        { id: 7, keys: ['a'], content: 'c', x_other: [1], extensions: { 'risu/x': null, depth: 3 }, use_regex: false },
      ]),
    );
  });
});
