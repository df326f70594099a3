import type { Actor } from '@troupe/test-kit/actors';
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
