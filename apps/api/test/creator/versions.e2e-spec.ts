import type { Actor } from '@troupe/test-kit/actors';
import { json, zip } from '@troupe/test-kit/card-files';
import { SPEC_V3 } from '@troupe/test-kit/card-samples';
import { type House, openHouse } from '../support/boot.ts';
import { endOf, enter, sayPaid } from '../support/chat.ts';
import { outcomeOf, publishedBy, registerCreator } from '../support/studio.ts';

describe('the versions of a persona', () => {
  let house: House;
  let creator: Actor;

  beforeAll(async () => {
    house = await openHouse();
    creator = await registerCreator(house, 'Maker');
  });
  afterAll(async () => house.close());

  it('are written by publishing, by each save of what is published, and by going back', async () => {
    const studio = creator.api.creator;
    const { id, revision, content } = await publishedBy(creator, 'Orla', { sliders: { warmth: 60 } });
    const louder = await studio.savePersona(id, { hook: 'Louder.', sliders: { warmth: 90 }, revision, note: 'More' });
    await studio.savePersona(id, { hook: 'Louder.', revision: louder.revision });
    const restored = await studio.restore(id, 1, { revision: louder.revision });
    expect(restored.content).toEqual(content);
    const { items } = await studio.versions(id);
    expect(items.map(({ number, cause, note, authorId }) => ({ number, cause, note, authorId }))).toEqual([
      { number: 3, cause: 'restored', note: 'Version 1 again', authorId: creator.userId },
      { number: 2, cause: 'saved', note: 'More', authorId: creator.userId },
      { number: 1, cause: 'published', note: '', authorId: creator.userId },
    ]);
    expect((await studio.version(id, 2)).changes).toEqual([
      { field: 'hook', before: content.hook, after: 'Louder.' },
      { field: 'sliders.warmth', before: 60, after: 90 },
    ]);
    expect((await studio.version(id, 1)).changes).toEqual([]);
    expect(await outcomeOf(studio.version(id, 4))).toBe('not_found');
    expect(await outcomeOf(studio.restore(id, 4, { revision: restored.revision }))).toBe('not_found');
    expect(await outcomeOf(studio.restore(id, 2, { revision }))).toBe('changed_meanwhile');
  });

  it('are page by page', async () => {
    const studio = creator.api.creator;
    let { id, revision } = await publishedBy(creator, 'Pages');
    for (const hook of ['b', 'c', 'd']) ({ id, revision } = await studio.savePersona(id, { hook, revision }));
    const first = await studio.versions(id, { limit: 3 });
    const rest = await studio.versions(id, { limit: 3, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...rest.items].map((item) => item.number)).toEqual([4, 3, 2, 1]);
  });

  it('never change, whoever asks the database to', async () => {
    const { id } = await publishedBy(creator, 'Stone');
    await expect(
      house.world.query("UPDATE persona_version SET note = 'x' WHERE persona_id = $1", [id]),
    ).rejects.toThrow('never changed');
  });

  it('begin, for a persona from before there were any, with what it was', async () => {
    const { personaId, creatorId } = await house.world.addCast();
    await house.world.query('UPDATE persona SET creator_id = $2 WHERE id = $1', [personaId, creator.userId]);
    expect(creatorId).not.toBe(creator.userId);
    const studio = creator.api.creator;
    const { revision, content } = await studio.persona(personaId);
    expect(content).toMatchObject({ name: 'Orla', pictureKey: 'portraits/none', sliders: {}, category: 'other' });
    await studio.savePersona(personaId, { hook: 'New.', revision });
    expect((await studio.versions(personaId)).items.map(({ number, cause }) => [number, cause])).toEqual([
      [2, 'saved'],
      [1, 'found'],
    ]);
    expect((await studio.version(personaId, 1)).content).toEqual(content);
    const { personaId: untouched } = await house.world.addCast();
    await house.world.query('UPDATE persona SET creator_id = $2 WHERE id = $1', [untouched, creator.userId]);
    const both = await Promise.all([studio.versions(untouched), studio.versions(untouched)]);
    for (const { items } of both) expect(items.map(({ number, cause }) => [number, cause])).toEqual([[1, 'found']]);
  });

  describe('of a creator who keeps too much', () => {
    const MEGABYTE = 2 ** 20;
    const card = json({
      ...SPEC_V3,
      data: { ...(SPEC_V3['data'] as object), extensions: { troupe: { hook: 'Ticks.' } } },
    });
    /** One that takes so much room, older than all others, of a persona that has a newer one. */
    const keepOld = (personaId: string, number: number, megabytes: number, cardKey: string | null = null) =>
      house.world.query(
        `INSERT INTO persona_version (persona_id, number, cause, content, author_id, size_bytes, created_at)
         SELECT p.id, $2::int, 'saved', (SELECT content FROM persona_version WHERE persona_id = p.id ORDER BY number DESC LIMIT 1) || jsonb_build_object('cardKey', $4::text),
           p.creator_id, $3, '2020-01-01'::timestamptz + $2::int * interval '1 hour' FROM persona p WHERE p.id = $1`,
        [personaId, number, megabytes * MEGABYTE, cardKey],
      );
    const numbersOf = async (who: Actor, id: string) =>
      (await who.api.creator.versions(id)).items.map(({ number }) => number);

    it('go, the oldest first, on whichever persona; each persona’s newest stays', async () => {
      const maker = await registerCreator(house, 'Hoarder');
      const [one, other] = [await publishedBy(maker, 'One'), await publishedBy(maker, 'Other')];
      for (const { id } of [one, other]) {
        await house.world.query('ALTER TABLE persona_version DISABLE TRIGGER persona_version_stays');
        await house.world.query('UPDATE persona_version SET number = 50 WHERE persona_id = $1', [id]);
        await house.world.query('ALTER TABLE persona_version ENABLE TRIGGER persona_version_stays');
        for (let number = 1; number <= 10; number += 1) await keepOld(id, number, 12);
      }
      // 240 MB: still within the bounds.
      const saved = await maker.api.creator.savePersona(one.id, { hook: 'New.', revision: one.revision });
      expect([await numbersOf(maker, one.id), await numbersOf(maker, other.id)].flat()).toHaveLength(23);
      await keepOld(other.id, 11, 30);
      await maker.api.creator.savePersona(one.id, { hook: 'Newer.', revision: saved.revision });
      expect(await numbersOf(maker, one.id)).toEqual([52, 51, 50, 10, 9, 8, 7, 6, 5, 4, 3]);
      expect(await numbersOf(maker, other.id)).toEqual([50, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
    });

    it('can’t make room for more than what is there now: that is said, and nothing is lost', async () => {
      const maker = await registerCreator(house, 'Giant');
      const { persona } = await maker.api.creator.importCard(new Blob([card]));
      const published = await publishedBy(maker, 'Small');
      await keepOld(published.id, 2, 1);
      await house.world.query('ALTER TABLE persona_object DISABLE TRIGGER persona_object_stays');
      await house.world.query('UPDATE persona_object SET size_bytes = $2 WHERE persona_id = $1', [
        ...[persona.id, 256 * MEGABYTE],
      ]);
      await house.world.query('ALTER TABLE persona_object ENABLE TRIGGER persona_object_stays');
      const { id, revision } = published;
      const studio = maker.api.creator;
      expect(await outcomeOf(studio.savePersona(id, { hook: 'New.', revision }))).toBe('storage_full');
      expect(await outcomeOf(studio.duplicate(persona.id))).toBe('storage_full');
      expect(await numbersOf(maker, id)).toEqual([2, 1]);
      expect((await studio.persona(id)).content.hook).toBe(published.content.hook);
      await studio.deletePersona(persona.id);
      expect(await outcomeOf(studio.savePersona(id, { hook: 'New.', revision }))).toBe('allowed');
    });

    it('go for the files of their cards, and only those that have some', async () => {
      const maker = await registerCreator(house, 'Collector');
      const cardOf = (path: string) =>
        new Blob([
          new Uint8Array(
            zip([
              { path: 'card.json', data: card },
              { path, data: 'x' },
            ]),
          ),
        ]);
      const studio = maker.api.creator;
      const first = await publishedBy(maker, 'Assets');
      const over = (revision: number) => ({ over: { personaId: first.id, revision } });
      const one = await studio.importCard(cardOf('1'), over(first.revision));
      await house.world.query('UPDATE card_pack SET size_bytes = $2 WHERE creator_id = $1', [
        ...[maker.userId, 512 * MEGABYTE],
      ]);
      // Only the persona of today names the large one: it stays, and there is no room beside it.
      expect(await outcomeOf(studio.importCard(cardOf('2')))).toBe('storage_full');
      const plain = await studio.importCard(new Blob([card]), over(one.persona.revision));
      expect(await numbersOf(maker, first.id)).toEqual([3, 2, 1]);
      await studio.importCard(cardOf('3'), over(plain.persona.revision));
      expect(await numbersOf(maker, first.id)).toEqual([4, 3, 1]);
      expect(await house.world.query('SELECT key FROM card_pack WHERE creator_id = $1', [maker.userId])).toHaveLength(
        2,
      );
    });
  });

  it('change nothing in a chat that is there but what is said next', async () => {
    const studio = creator.api.creator;
    const { id, revision } = await publishedBy(creator, 'Changing', { sliders: { warmth: 100 } });
    const scene = await enter(await house.register('Fan'), id);
    await endOf(scene, (await sayPaid(scene, 'One')).replyId);
    const before = await scene.fan.api.chat.messages(scene.conversationId);
    await studio.savePersona(id, { greeting: 'Go away.', sliders: { warmth: 0 }, revision });
    expect(await scene.fan.api.chat.messages(scene.conversationId)).toEqual(before);
    await endOf(scene, (await sayPaid(scene, 'Two')).replyId);
    const [first, second] = house.llm.calls.slice(-2).map((request) => JSON.stringify(request));
    expect(first).toContain('deeply warm');
    expect(second).not.toContain('deeply warm');
    expect(second).toContain('keep people at a distance');
  });
});
