import { type ApiClient, createApiClient } from '@troupe/api-client';
import { type House, openHouse } from './support/boot.ts';

describe('the gallery', () => {
  let house: House;
  let api: ApiClient;

  beforeAll(async () => {
    house = await openHouse();
    api = createApiClient({ baseUrl: house.origin });
    for (const [index, [name, tags]] of (
      [
        ['Orla the Keeper', '{cosy,advice}'],
        ['Captain 100%', '{adventure}'],
        ['Marrow_Witch', '{cosy,magic}'],
        ['Quiet Draft', '{cosy}'],
      ] as const
    ).entries()) {
      const cast = await house.world.addCast({ priceMicrocoins: 1_000_000 * (index + 1) });
      await house.world.query(
        `UPDATE persona SET name = $2, hook = '', description = '', tags = $3, chat_count = $4, published_at = now() - make_interval(days => $4) WHERE id = $1`,
        [cast.personaId, name, tags, index],
      );
    }
    await house.world.query("UPDATE persona SET status = 'draft' WHERE name = 'Quiet Draft'");
  });
  afterAll(async () => house.close());

  const names = async (options: Parameters<ApiClient['personas']['list']>[0]): Promise<string[]> =>
    (await api.personas.list(options)).items.map((item) => item.name);

  it('shows what is published, in the order asked for', async () => {
    expect(await names({ sort: 'popular' })).toEqual(['Marrow_Witch', 'Captain 100%', 'Orla the Keeper']);
    expect(await names({ sort: 'new' })).toEqual(['Orla the Keeper', 'Captain 100%', 'Marrow_Witch']);
    expect(await names({ sort: 'price' })).toEqual(['Orla the Keeper', 'Captain 100%', 'Marrow_Witch']);
  });

  it('finds by part of a word and by several words, and takes % and _ as letters', async () => {
    expect(await names({ q: 'keep' })).toEqual(['Orla the Keeper']);
    expect(await names({ q: 'ORLA keeper' })).toEqual(['Orla the Keeper']);
    expect(await names({ q: '100%' })).toEqual(['Captain 100%']);
    expect(await names({ q: 'w_w' })).toEqual(['Marrow_Witch']);
    expect(await names({ q: 'nothing like it' })).toEqual([]);
  });

  it('filters by tag and counts tags of what is published', async () => {
    expect(await names({ tag: 'cosy', sort: 'new' })).toEqual(['Orla the Keeper', 'Marrow_Witch']);
    expect((await api.personas.tags()).tags).toEqual([
      { tag: 'cosy', count: 2 },
      { tag: 'adventure', count: 1 },
      { tag: 'advice', count: 1 },
      { tag: 'magic', count: 1 },
    ]);
  });

  it.each(['popular', 'new', 'price'] as const)('pages by %s without missing or repeating anybody', async (sort) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await api.personas.list({ sort, limit: 1, cursor });
      seen.push(...page.items.map((item) => item.name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(await names({ sort }));
  });

  it('has a page for a published persona and none for a draft', async () => {
    const [row] = await house.world.query<{ slug: string }>("SELECT slug FROM persona WHERE name = 'Orla the Keeper'");
    expect(await api.personas.get(row?.slug ?? '')).toMatchObject({
      name: 'Orla the Keeper',
      greeting: 'Come in, {{user}}.',
    });
    const [draft] = await house.world.query<{ slug: string }>("SELECT slug FROM persona WHERE name = 'Quiet Draft'");
    await expect(api.personas.get(draft?.slug ?? '')).rejects.toMatchObject({ code: 'not_found' });
  });
});
