import type { PersonaChanges } from '@troupe/contracts/http/creator-persona';
import type { Actor } from '@troupe/test-kit/actors';
import { type House, openHouse } from '../support/boot.ts';
import { endOf, enter, type Scene, say, sayPaid } from '../support/chat.ts';
import { draftOf, ENOUGH, outcomeOf, publishedBy, registerCreator } from '../support/studio.ts';

describe('the studio', () => {
  let house: House;
  let creator: Actor;
  let fan: Actor;

  beforeAll(async () => {
    house = await openHouse();
    creator = await registerCreator(house, 'Maker');
    fan = await house.register('Fan');
  });
  afterAll(async () => house.close());

  const codesOf = async (call: Promise<unknown>): Promise<string[]> =>
    call.then(
      () => ['allowed'],
      (error: { code: string; details?: { problems: { field: string; code: string }[] } }) => [
        error.code,
        ...(error.details?.problems ?? []).map(({ field, code }) => `${field}: ${code}`),
      ],
    );

  it('takes a persona from a name to the gallery, step by step, and says at each what is missing', async () => {
    const studio = creator.api.creator;
    const draft = await studio.createPersona({ name: 'Åsa the Keeper' });
    expect(draft).toMatchObject({ status: 'draft', portrait: [], content: { name: 'Åsa the Keeper', greeting: '' } });
    expect(draft.problems.map(({ field }) => field)).toEqual(['hook', 'personality', 'greeting']);
    expect(await codesOf(studio.publish(draft.id, { revision: draft.revision }))).toEqual([
      'persona_not_publishable',
      'hook: required',
      'personality: required',
      'greeting: required',
    ]);
    const steps: Omit<PersonaChanges, 'revision'>[] = [
      { hook: ENOUGH.hook, tags: ['Cosy ', 'sea'], category: 'fantasy', looks: 'Grey coat.' },
      { personality: ENOUGH.personality, sliders: { warmth: 90 } },
      { greeting: ENOUGH.greeting, alternativeGreetings: ['Ahoy.'], voice: { language: 'en-GB', pacePercent: 90 } },
      { price: { kind: 'flat', priceMicrocoins: 3_000_000 } },
    ];
    let { revision } = draft;
    for (const step of steps) revision = (await studio.savePersona(draft.id, { ...step, revision })).revision;
    // As another device would find it.
    const resumed = await studio.persona(draft.id);
    expect(resumed).toMatchObject({ status: 'draft', problems: [], revision });
    expect(resumed.content).toMatchObject({ tags: ['cosy', 'sea'], sliders: { warmth: 90 }, looks: 'Grey coat.' });
    expect(resumed.sliderSentences).toHaveLength(1);
    const published = await studio.publish(draft.id, { revision, note: 'First night' });
    expect(published).toMatchObject({ status: 'published', slug: 'asa-the-keeper' });
    const page = await fan.api.personas.get('asa-the-keeper');
    expect(page).toMatchObject({ name: 'Åsa the Keeper', priceMicrocoins: 3_000_000, tags: ['cosy', 'sea'] });
    expect((await fan.api.personas.list({ q: 'keeper' })).items.map((item) => item.id)).toContain(draft.id);
  });

  it('gives two of one name two addresses, and keeps the first one through another name and another night', async () => {
    const studio = creator.api.creator;
    const first = await publishedBy(creator, 'Twin');
    const second = await publishedBy(creator, 'Twin');
    expect(first.slug).toBe('twin');
    expect(second.slug).toMatch(/^twin-[a-z2-9]{4}$/);
    const renamed = await studio.savePersona(first.id, { name: 'Other', revision: first.revision });
    const { revision } = await studio.unpublish(first.id);
    expect(revision).toBeGreaterThan(renamed.revision);
    expect(await studio.publish(first.id, { revision })).toMatchObject({ slug: 'twin', status: 'published' });
    // Whoever lost the answer asks again.
    expect(await studio.publish(first.id, { revision })).toMatchObject({ status: 'published' });
    expect(await outcomeOf(fan.api.personas.get('tags'))).not.toBe('internal');
  });

  it('refuses what is against the rules when it is published, and when something published is changed', async () => {
    const studio = creator.api.creator;
    const explicit = '“Fuck me harder,” she says.';
    const draft = await draftOf(creator, 'Night', { greeting: explicit });
    expect(await codesOf(studio.publish(draft.id, { revision: draft.revision }))).toEqual([
      'persona_not_publishable',
      'greeting: mature_not_marked',
    ]);
    const marked = await studio.savePersona(draft.id, { mature: true, revision: draft.revision });
    const published = await studio.publish(draft.id, { revision: marked.revision });
    const unmark = studio.savePersona(draft.id, { mature: false, revision: published.revision });
    expect(await codesOf(unmark)).toEqual(['persona_not_publishable', 'greeting: mature_not_marked']);
    expect(
      await codesOf(studio.savePersona(draft.id, { name: 'Troupe Support', revision: published.revision })),
    ).toEqual(['persona_not_publishable', 'name: name_reserved']);
    expect((await studio.persona(draft.id)).revision).toBe(published.revision);
    // Whoever talked to it still has its name in their list.
    const { revision } = await studio.unpublish(draft.id);
    expect(await codesOf(studio.savePersona(draft.id, { name: 'Admin', revision }))).toEqual([
      'persona_not_publishable',
      'name: name_reserved',
    ]);
    expect(await outcomeOf(studio.savePersona(draft.id, { greeting: '', revision }))).toBe('allowed');
  });

  it('lets one of two who save at once win, and tells the other', async () => {
    const { id, revision } = await draftOf(creator, 'Contested');
    const saves = ['one', 'two', 'three', 'four'].map((hook) =>
      outcomeOf(creator.api.creator.savePersona(id, { hook, revision })),
    );
    expect((await Promise.all(saves)).sort()).toEqual([
      'allowed',
      'changed_meanwhile',
      'changed_meanwhile',
      'changed_meanwhile',
    ]);
    expect(await outcomeOf(creator.api.creator.publish(id, { revision }))).toBe('changed_meanwhile');
    // Saving the same again changes nothing, so nobody is told off for it.
    const now = await creator.api.creator.persona(id);
    const same = await creator.api.creator.savePersona(id, { hook: now.content.hook, revision: now.revision });
    expect(same.revision).toBe(now.revision);
  });

  it('keeps hostile text as the text it is', async () => {
    const hostile = "<script>alert(1)</script> {{user}} \u202e'; DROP TABLE persona; -- 👩‍👩‍👧 " + 'a'.repeat(500);
    const { id } = await draftOf(creator, '<b>Bold</b>', {
      personality: hostile,
      exampleDialogue: [{ fan: hostile, persona: hostile }],
    });
    const { content } = await creator.api.creator.persona(id);
    expect(content).toMatchObject({
      name: '<b>Bold</b>',
      personality: hostile,
      exampleDialogue: [{ fan: hostile, persona: hostile }],
    });
  });

  it('takes long texts in one save, and bounds them all', async () => {
    const { id, revision } = await creator.api.creator.createPersona({ name: 'Long' });
    const greetings = Array.from({ length: 50 }, (_, at) => `${at} ${'ж'.repeat(2_000)}`);
    const saved = await creator.api.creator.savePersona(id, { alternativeGreetings: greetings, revision });
    expect(saved.content.alternativeGreetings).toEqual(greetings);
    const save = (changes: Omit<PersonaChanges, 'revision'>) =>
      outcomeOf(creator.api.creator.savePersona(id, { ...changes, revision: saved.revision }));
    for (const bad of [
      { alternativeGreetings: [...greetings, 'One more.'] },
      { tags: ['a', 'a'] },
      { tags: ['#hash'] },
      { tags: Array.from({ length: 31 }, (_, at) => `t${at}`) },
      { hook: 'x'.repeat(141) },
      { name: '\u202e' },
      { hueDegrees: 361 },
      { voice: { language: '<b>' } },
      { exampleDialogue: [{ fan: 'Hi', persona: '' }] },
    ])
      expect(await save(bad)).toBe('validation_failed');
    // Each save is within its bounds; together they are too much.
    expect(await save({ personality: 'ж'.repeat(39_000) })).toBe('payload_too_large');
    expect(await save({ alternativeGreetings: greetings.map((text) => text.repeat(2)) })).toBe('payload_too_large');
  });

  describe('a draft', () => {
    it('is there for its creator only, who talks to it for nothing', async () => {
      const { id, slug } = await draftOf(creator, 'Hidden', {
        sliders: { humour: 100 },
        systemPrompt: 'In rhyme, {{char}}.',
        postHistory: 'Stay in rhyme.',
      });
      expect(await outcomeOf(fan.api.chat.createConversation(id))).toBe('not_found');
      expect(await outcomeOf(fan.api.personas.get(slug))).toBe('not_found');
      expect(await outcomeOf(fan.api.personas.block(id))).toBe('not_found');
      expect(await outcomeOf(fan.api.personas.report(id, { reason: 'other' }))).toBe('not_found');
      const scene = await enter(creator, id);
      expect(await creator.api.chat.conversation(scene.conversationId)).toMatchObject({
        available: true,
        preview: true,
      });
      const ack = await sayPaid(scene, 'Hello');
      expect(ack.chargedMicrocoins).toBe(0);
      await endOf(scene, ack.replyId);
      const told = JSON.stringify(house.llm.calls.at(-1));
      for (const words of ['irrepressibly funny', 'In rhyme, Hidden.', 'Stay in rhyme.']) expect(told).toContain(words);
    });
  });

  describe('a persona that goes', () => {
    let scene: Scene;
    let id: string;

    beforeAll(async () => {
      ({ id } = await publishedBy(creator, 'Mortal'));
      scene = await enter(fan, id);
      await endOf(scene, (await sayPaid(scene, 'Hello')).replyId);
    });

    it('is readable and silent for its fans, whether it is unpublished or deleted', async () => {
      const studio = creator.api.creator;
      await studio.unpublish(id);
      expect(await say(scene, 'Still there?')).toMatchObject({ ok: false, code: 'not_found' });
      expect((await fan.api.chat.messages(scene.conversationId)).items.length).toBeGreaterThan(2);
      expect((await fan.api.chat.conversation(scene.conversationId)).available).toBe(false);
      const { revision } = await studio.persona(id);
      await studio.publish(id, { revision });
      await endOf(scene, (await sayPaid(scene, 'You are back')).replyId);
      await studio.deletePersona(id);
      expect(await say(scene, 'Gone?')).toMatchObject({ ok: false, code: 'not_found' });
      expect((await fan.api.chat.messages(scene.conversationId)).items.length).toBeGreaterThan(4);
      expect((await fan.api.chat.conversations()).items.map((item) => item.id)).toContain(scene.conversationId);
    });

    it('is nowhere for its creator', async () => {
      const studio = creator.api.creator;
      expect(await outcomeOf(studio.persona(id))).toBe('not_found');
      expect(await outcomeOf(studio.deletePersona(id))).toBe('not_found');
      expect(await outcomeOf(creator.api.chat.createConversation(id))).toBe('not_found');
      expect((await studio.personas({ limit: 100 })).items.map((item) => item.id)).not.toContain(id);
    });
  });

  it('copies a persona as a draft of its own', async () => {
    const original = await publishedBy(creator, 'Original', { tags: ['one'], sliders: { energy: 10 } });
    const copy = await creator.api.creator.duplicate(original.id);
    expect(copy).toMatchObject({ status: 'draft', publishedAt: null, chatCount: 0 });
    expect(copy.content).toEqual({ ...original.content, name: 'Original (copy)' });
    await creator.api.creator.savePersona(copy.id, { tags: [], revision: copy.revision });
    expect((await creator.api.creator.persona(original.id)).content.tags).toEqual(['one']);
    const long = await draftOf(creator, '𝔸'.repeat(30));
    expect((await creator.api.creator.duplicate(long.id)).content.name).toMatch(/^(𝔸)+ \(copy\)$/u);
  });

  it('lists one’s own page by page, and nobody else’s', async () => {
    const other = await registerCreator(house, 'Other');
    for (const name of ['A', 'B', 'C']) await draftOf(other, name);
    const first = await other.api.creator.personas({ limit: 2 });
    const rest = await other.api.creator.personas({ limit: 2, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...rest.items].map((item) => item.name)).toEqual(['C', 'B', 'A']);
    expect(rest.nextCursor).toBeNull();
    expect((await fan.api.creator.personas()).items).toEqual([]);
  });
});
