import { type ApiClient, createApiClient } from '@troupe/api-client';
import { type House, openHouse } from './support/boot.ts';
import { registerAdult } from './support/studio.ts';

interface Cast {
  name: string;
  tags?: string[];
  hook?: string;
  description?: string;
  category?: string;
  language?: string;
  rating?: [count: number, sum: number];
  trending?: number;
  status?: 'draft';
}

/** In this order: the n-th costs n + 1 coins, has n chats and is n days old. */
const WALL: Cast[] = [
  {
    name: 'Orla the Keeper',
    tags: ['cosy', 'advice'],
    hook: 'Keeps a lighthouse.',
    category: 'companion',
    rating: [1, 5],
  },
  {
    name: 'Captain 100%',
    tags: ['adventure'],
    description: 'Sails by the lighthouse of Orla.',
    rating: [40, 188],
    trending: 900,
  },
  { name: 'Marrow_Witch', tags: ['cosy', 'magic'], category: 'fantasy', language: 'en-GB', rating: [10, 15] },
  {
    name: 'Inspector Vesper',
    tags: ['noir'],
    hook: 'Bartholomew is her brother.',
    category: 'mystery',
    language: 'en-US',
    trending: 2000,
  },
  { name: 'Bartholomew Ash', tags: ['books'], hook: 'A librarian.', category: 'fantasy' },
  { name: '桜井みどり', tags: ['猫'], hook: '東京の探偵', language: 'ja' },
  { name: 'Ольга Орлова', hook: 'Пишет письма.' },
  { name: 'नमस्ते देवी', hook: 'हिन्दी' },
  { name: 'فاطمة', hook: 'تحب القطط' },
  { name: 'Zoë Ångström-Şahin', hook: 'Don’t call her Zed.' },
  { name: 'Quiet Draft', tags: ['cosy'], status: 'draft' },
];

describe('the gallery', () => {
  let house: House;
  let api: ApiClient;

  beforeAll(async () => {
    house = await openHouse();
    api = createApiClient({ baseUrl: house.origin });
    for (const [index, one] of WALL.entries()) {
      const { personaId } = await house.world.addCast({ priceMicrocoins: 1_000_000 * (index + 1) });
      await house.world.query(
        `UPDATE persona SET name = $2, hook = $3, description = $4, tags = $5, category = $6, voice = $7, status = $8, chat_count = $9::int,
           published_at = now() - make_interval(days => $9::int), personality = 'Secretly a walrus.' WHERE id = $1`,
        [
          ...[personaId, one.name, one.hook ?? '', one.description ?? '', one.tags ?? [], one.category ?? 'other'],
          ...[
            JSON.stringify(one.language === undefined ? {} : { language: one.language }),
            one.status ?? 'published',
            index,
          ],
        ],
      );
      await house.world.query(
        'UPDATE persona_listing SET rating_count = $2, rating_sum = $3, trending = $4 WHERE persona_id = $1',
        [personaId, one.rating?.[0] ?? 0, one.rating?.[1] ?? 0, one.trending ?? 0],
      );
    }
  });
  afterAll(async () => house.close());

  const names = async (options: Parameters<ApiClient['personas']['list']>[0]): Promise<string[]> =>
    (await api.personas.list(options)).items.map((item) => item.name);
  const first = async (options: Parameters<ApiClient['personas']['list']>[0]) => (await names(options)).slice(0, 3);

  it('shows what is published, in the order asked for', async () => {
    expect(await names({})).toHaveLength(WALL.length - 1);
    expect(await first({})).toEqual(['Inspector Vesper', 'Captain 100%', 'Zoë Ångström-Şahin']);
    expect(await first({ sort: 'trending' })).toEqual(await first({ sort: 'relevance' }));
    expect(await first({ sort: 'popular' })).toEqual(['Zoë Ångström-Şahin', 'فاطمة', 'नमस्ते देवी']);
    expect(await first({ sort: 'new' })).toEqual(['Orla the Keeper', 'Captain 100%', 'Marrow_Witch']);
    expect(await first({ sort: 'price' })).toEqual(['Orla the Keeper', 'Captain 100%', 'Marrow_Witch']);
  });

  it('puts 4.7 of many before 5 of one, who is still before the unrated, and 1.5 of many last', async () => {
    const rated = await names({ sort: 'rated' });
    expect(rated.slice(0, 2)).toEqual(['Captain 100%', 'Orla the Keeper']);
    expect(rated.at(-1)).toBe('Marrow_Witch');
    const [captain] = (await api.personas.list({ sort: 'rated' })).items;
    expect(captain?.rating).toEqual({ count: 40, mean: 4.7 });
  });

  it.each([
    ['the beginning of a word', 'keep', ['Orla the Keeper']],
    ['several words in any order', 'KEEPER orla', ['Orla the Keeper']],
    ['a name before a text', 'orla', ['Orla the Keeper', 'Captain 100%']],
    ['a name before a hook', 'bartholomew', ['Bartholomew Ash', 'Inspector Vesper']],
    ['a tag', 'magic', ['Marrow_Witch']],
    ['a percent sign as nothing', '100%', ['Captain 100%']],
    ['an underscore as the end of a word', 'marrow_w', ['Marrow_Witch']],
    ['accents that are left out', 'angstrom sahin', ['Zoë Ångström-Şahin']],
    ['accents that are too many', 'órlà', ['Orla the Keeper', 'Captain 100%']],
    ['wide letters', 'ＯＲＬＡ', ['Orla the Keeper', 'Captain 100%']],
    ['an apostrophe or none', 'dont', ['Zoë Ångström-Şahin']],
    ['the beginning of a Japanese name', '桜井', ['桜井みどり']],
    ['the middle of one', 'みど', ['桜井みどり']],
    ['its letters in another order not', '井桜', []],
    ['Japanese text', '探偵', ['桜井みどり']],
    ['Cyrillic in other letters', 'оЛЬГА', ['Ольга Орлова']],
    ['Devanagari', 'नमस्ते', ['नमस्ते देवी']],
    ['Arabic', 'فاطمة', ['فاطمة']],
    ['what is not there', 'nothing like it', []],
    ['what only the model is told: nobody', 'walrus', []],
    ['a draft: nobody', 'quiet', []],
  ])('finds %s', async (_, q, expected) => {
    expect([await names({ q }), (await api.personas.list({ q })).spelling]).toEqual([expected, null]);
  });

  it.each([
    ['a letter too few', 'vespr', 'vesper', 'Inspector Vesper'],
    ['a letter too many', 'vessper', 'vesper', 'Inspector Vesper'],
    ['another letter', 'vezper', 'vesper', 'Inspector Vesper'],
    ['neighbours that changed places', 'vepser', 'vesper', 'Inspector Vesper'],
    ['a wrong first letter', 'besper', 'vesper', 'Inspector Vesper'],
    ['a short word', 'olra', 'orla', 'Orla the Keeper'],
    ['two slips in a long word', 'bathrolomew', 'bartholomew', 'Bartholomew Ash'],
    ['one wrong word of two', 'inspekter vesper', 'inspector vesper', 'Inspector Vesper'],
    ['two wrong words', 'inspektor vespr', 'inspector vesper', 'Inspector Vesper'],
    ['a tag', 'adventrue', 'adventure', 'Captain 100%'],
    ['a word of the text', 'librarain', 'librarian', 'Bartholomew Ash'],
    ['a plural', 'captains', 'captain', 'Captain 100%'],
    ['Cyrillic', 'Олгьа', 'ольга', 'Ольга Орлова'],
    ['a real word in place of another', 'captain ashes', 'captain ash', undefined],
  ])('takes %s for what was meant', async (_, q, spelling, name) => {
    const page = await api.personas.list({ q });
    expect([page.items[0]?.name, page.spelling]).toEqual([name, name === undefined ? null : spelling]);
  });

  it('says a word of personas for adults only to those who asked for them', async () => {
    const { personaId } = await house.world.addCast();
    await house.world.query(
      `UPDATE persona SET name = 'Bartholomea', tags = '{captaim}', status = 'published', mature = true WHERE id = $1`,
      [personaId],
    );
    const adult = await registerAdult(house, 'Adult');
    for (const asking of [api, adult.api]) {
      const { items, spelling } = await asking.personas.list({ q: 'captaix' });
      expect([items[0]?.name, spelling]).toEqual(['Captain 100%', 'captain']);
    }
    await adult.api.personas.setWishes({ showsMature: true });
    expect((await adult.api.personas.list({ q: 'captaix' })).spelling).toBe('captaim');
    await house.world.query('DELETE FROM persona WHERE id = $1', [personaId]);
  });

  it.each([
    '%',
    "';--",
    '\\',
    '(((',
    ':* & | ! <->',
    "'''",
    '🦊🦊🦊',
    '\u202e\u202dorla',
    '؟؟؟',
    'a',
    '__',
    'x'.repeat(80),
    'ab '.repeat(26).trim(),
    '桜'.repeat(80),
    '\u0301'.repeat(80),
    'ﷺ'.repeat(80),
  ])('answers %j with a page', async (q) => {
    for (const sort of ['relevance', 'rated'] as const) {
      expect((await api.personas.list({ q, sort })).items.length).toBeLessThanOrEqual(WALL.length);
    }
  });

  it('refuses more than it looks at, and what can’t be stored', async () => {
    for (const q of ['x'.repeat(81), 'a\0b']) {
      await expect(api.personas.list({ q })).rejects.toMatchObject({ code: 'validation_failed' });
    }
  });

  it('filters, also what was searched, and counts tags of what is published', async () => {
    expect(await names({ tag: 'cosy', sort: 'new' })).toEqual(['Orla the Keeper', 'Marrow_Witch']);
    expect(await names({ category: 'fantasy', sort: 'new' })).toEqual(['Marrow_Witch', 'Bartholomew Ash']);
    expect(await names({ language: 'en', sort: 'new' })).toEqual(['Marrow_Witch', 'Inspector Vesper']);
    expect(await names({ priceMinMicrocoins: 2_000_000, priceMaxMicrocoins: 3_000_000, sort: 'price' })).toEqual([
      'Captain 100%',
      'Marrow_Witch',
    ]);
    expect(await names({ q: 'lighthouse', tag: 'adventure' })).toEqual(['Captain 100%']);
    expect(await names({ q: 'lighthouse', sort: 'popular' })).toEqual(['Captain 100%', 'Orla the Keeper']);
    expect((await api.personas.tags()).tags.slice(0, 3)).toEqual([
      { tag: 'cosy', count: 2 },
      { tag: 'adventure', count: 1 },
      { tag: 'advice', count: 1 },
    ]);
  });

  it.each([
    { sort: 'trending' },
    { sort: 'popular' },
    { sort: 'new' },
    { sort: 'price' },
    { sort: 'rated' },
    { q: 'lighthouse' },
    { q: 'lihgthouse', sort: 'new' },
  ] as const)('pages by %j without missing or repeating anybody', async (query) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await api.personas.list({ ...query, limit: 1, cursor });
      seen.push(...page.items.map((item) => item.name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(await names(query));
    expect(seen.length).toBeGreaterThan(1);
  });

  it('refuses a cursor of another order', async () => {
    const { nextCursor } = await api.personas.list({ sort: 'new', limit: 1 });
    const other = api.personas.list({ sort: 'price', cursor: nextCursor ?? undefined });
    await expect(other).rejects.toMatchObject({ code: 'validation_failed' });
  });

  it('follows what is renamed, retagged, withdrawn and deleted', async () => {
    const { personaId } = await house.world.addCast();
    const say = (text: string) => house.world.query(`UPDATE persona SET ${text} WHERE id = $1`, [personaId]);
    await say(`name = 'Peregrine Quill', tags = '{plumage}'`);
    expect(await names({ q: 'peregrine' })).toEqual(['Peregrine Quill']);
    await say(`name = 'Quincy Plum', tags = '{fruit}'`);
    expect([await names({ q: 'peregrine' }), await names({ tag: 'plumage' })]).toEqual([[], []]);
    expect(await names({ q: 'quincy', tag: 'fruit' })).toEqual(['Quincy Plum']);
    await say(`status = 'unpublished'`);
    expect([await names({ q: 'quincy' }), await names({ tag: 'fruit' })]).toEqual([[], []]);
    expect((await api.personas.tags()).tags.map((entry) => entry.tag)).not.toContain('fruit');
    await say(`status = 'published'`);
    await house.world.query('DELETE FROM persona WHERE id = $1', [personaId]);
    expect((await api.personas.tags()).tags.map((entry) => entry.tag)).not.toContain('fruit');
    const [left] = await house.world.query('SELECT count(*)::int AS n FROM persona_document WHERE persona_id = $1', [
      personaId,
    ]);
    expect(left).toEqual({ n: 0 });
  });

  it('has a page for a published persona and none for a draft', async () => {
    const [row] = await house.world.query<{ slug: string }>("SELECT slug FROM persona WHERE name = 'Orla the Keeper'");
    expect(await api.personas.get(row?.slug ?? '')).toMatchObject({
      name: 'Orla the Keeper',
      greeting: 'Come in, {{user}}.',
      rating: { count: 1, mean: 5 },
    });
    const [draft] = await house.world.query<{ slug: string }>("SELECT slug FROM persona WHERE name = 'Quiet Draft'");
    await expect(api.personas.get(draft?.slug ?? '')).rejects.toMatchObject({ code: 'not_found' });
  });
});
