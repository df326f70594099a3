import { randomUUID } from 'node:crypto';
import { createApiClient } from '@troupe/api-client';
import type { Actor } from '@troupe/test-kit/actors';
import { type House, openHouse } from '../support/boot.ts';
import { addPost, registerMinor, signInAgain } from '../support/community.ts';
import { outcomeOf, publishedBy, registerAdult, registerCreator } from '../support/studio.ts';

type Api = Actor['api'];
/** A fan has not said how old they are; the others are adults, the minor aside. */
const WHO = ['visitor', 'fan', 'blocked fan', 'minor', 'other creator', 'owner', 'admin'] as const;
type Who = (typeof WHO)[number];

interface Target {
  creatorId: string;
  handle: string;
  personaId: string;
  slug: string;
  postId: string;
  /** A fan of the creator. */
  metId: string;
}
type Row = readonly [string, (api: Api, at: Target) => Promise<unknown>, string];

/** What becomes of it, in the order of `WHO`: + allowed, a unauthenticated, - not_found, g age_confirmation_required. */
const ANYBODY: readonly Row[] = [
  ['opens the persona’s page', (api, at) => api.personas.get(at.slug), '++-++++'],
  ['reads its posts', (api, at) => api.community.posts(at.personaId), '++-++++'],
  ['reads a post', (api, at) => api.community.post(at.postId), '++-++++'],
  ['sees how many follow', (api, at) => api.community.audience(at.personaId), '++-++++'],
  ['opens the creator’s page', (api, at) => api.community.creator(at.handle), '++-++++'],
  ['sees their personas', (api, at) => api.community.personasOf(at.handle), '++-++++'],
  ['reads their profile', (api, at) => api.creator.profile(at.creatorId), '++-++++'],
  ['likes a post', (api, at) => api.community.like(at.postId), 'a+-++++'],
  ['unlikes a post', (api, at) => api.community.unlike(at.postId), 'a+-++++'],
  ['reports a post', (api, at) => api.community.reportPost(at.postId, { reason: 'other' }), 'a+-++++'],
  ['follows', (api, at) => api.community.follow(at.personaId), 'a+-++++'],
  ['leaves', (api, at) => api.community.unfollow(at.personaId), 'a+-++++'],
  // One's own stars are one's own, whoever may meet the persona.
  ['takes their stars back', (api, at) => api.personas.takeBackRating(at.personaId), 'a++++++'],
  ['starts a chat', (api, at) => api.chat.createConversation(at.personaId), 'a+-++++'],
  ['hides it', (api, at) => api.personas.block(at.personaId), 'a+-++++'],
  ['reports it', (api, at) => api.personas.report(at.personaId, { reason: 'other' }), 'a+-++++'],
];
const OWNERS: readonly Row[] = [
  [
    'posts',
    (api, at) => api.community.createPost(at.personaId, { clientPostId: randomUUID(), text: 'Hi.' }),
    'a----+-',
  ],
  ['changes a post', (api, at) => api.community.changePost(at.postId, { text: 'Ho.' }), 'a----+-'],
  ['deletes a post', (api, at) => api.community.deletePost(at.postId), 'a----+-'],
  ['blocks a fan', (api, at) => api.community.blockFan(at.metId), 'a----+-'],
  ['unblocks a fan', (api, at) => api.community.unblockFan(at.metId), 'a----+-'],
];
const ADMINS: readonly Row[] = [
  ['removes a post', (api, at) => api.admin.removePost(at.postId, { reason: 'It is stolen.' }), 'a-----+'],
];
const OF_ADULTS: readonly Row[] = [
  ['opens its page', (api, at) => api.personas.get(at.slug), '-g--++g'],
  ['reads its posts', (api, at) => api.community.posts(at.personaId), '-g--++g'],
  ['reads a post', (api, at) => api.community.post(at.postId), '-g--++g'],
  ['likes a post', (api, at) => api.community.like(at.postId), 'ag--++g'],
  ['reports a post', (api, at) => api.community.reportPost(at.postId, { reason: 'other' }), 'ag--++g'],
  ['removes a post', (api, at) => api.admin.removePost(at.postId, { reason: 'It is stolen.' }), 'a-----+'],
  ['follows', (api, at) => api.community.follow(at.personaId), 'ag--++g'],
];
const WORDS: Record<string, string> = {
  '+': 'allowed',
  a: 'unauthenticated',
  '-': 'not_found',
  g: 'age_confirmation_required',
};

describe('who may what around a persona', () => {
  let house: House;
  let plain: Target;
  let mature: Target;
  const actors = new Map<Who, Actor>();
  const apiOf = (who: Who): Api => actors.get(who)?.api ?? createApiClient({ baseUrl: house.origin });

  beforeAll(async () => {
    house = await openHouse();
    const owner = await registerCreator(house, 'Owner', { handle: 'owner_one' });
    const blocked = await registerAdult(house, 'Blocked');
    const met = await house.register('Met');
    const admin = await house.register('Admin');
    await house.world.query("UPDATE app_user SET roles = '{fan,admin}' WHERE id = $1", [admin.userId]);
    actors.set('owner', owner);
    actors.set('fan', await house.register('Fan'));
    actors.set('blocked fan', blocked);
    actors.set('minor', await registerMinor(house, 'Minor'));
    actors.set('other creator', await registerCreator(house, 'Other'));
    actors.set('admin', await signInAgain(admin));
    const targetOf = async (name: string, isMature: boolean): Promise<Target> => {
      const { id, slug } = await publishedBy(owner, name, { mature: isMature });
      return { creatorId: owner.userId, handle: 'owner_one', personaId: id, slug, postId: '', metId: met.userId };
    };
    plain = await targetOf('Plain', false);
    mature = await targetOf('Mature', true);
    await met.api.community.follow(plain.personaId);
    await blocked.api.community.follow(plain.personaId);
    await owner.api.community.blockFan(blocked.userId);
  });
  afterAll(async () => house.close());

  const outcomes = async ([, act, expected]: Row, at: Target): Promise<[Record<Who, string>, Record<Who, string>]> => {
    const seen: [Who, string][] = [];
    for (const who of WHO) {
      const target = { ...at, postId: await addPost(house.world, at.personaId) };
      seen.push([who, await outcomeOf(act(apiOf(who), target))]);
    }
    const wanted = WHO.map((who, index): [Who, string] => [who, WORDS[expected[index] ?? ''] ?? 'nothing']);
    return [Object.fromEntries(seen) as Record<Who, string>, Object.fromEntries(wanted) as Record<Who, string>];
  };

  it.each(ANYBODY.map((row) => ({ what: row[0], row })))('$what', async ({ row }) => {
    const [seen, wanted] = await outcomes(row, plain);
    expect(seen).toEqual(wanted);
  });
  it.each([...OWNERS, ...ADMINS].map((row) => ({ what: row[0], row })))('$what', async ({ row }) => {
    const [seen, wanted] = await outcomes(row, plain);
    expect(seen).toEqual(wanted);
  });
  it.each(OF_ADULTS.map((row) => ({ what: row[0], row })))('of a persona for adults: $what', async ({ row }) => {
    const [seen, wanted] = await outcomes(row, mature);
    expect(seen).toEqual(wanted);
  });

  it('answers alike for what never was, and for a draft', async () => {
    const fan = apiOf('fan');
    const draft = await apiOf('owner').creator.createPersona({ name: 'Draft' });
    for (const personaId of [randomUUID(), draft.id]) {
      const at = { ...plain, personaId, postId: randomUUID(), metId: randomUUID() };
      const codes = [];
      for (const [, act] of ANYBODY.slice(1).filter(([name]) => !/creator|personas|profile|stars/.test(name))) {
        codes.push(await outcomeOf(act(fan, at)));
      }
      for (const [, act] of [...OWNERS, ...ADMINS]) codes.push(await outcomeOf(act(fan, at)));
      expect([...new Set(codes)]).toEqual(['not_found']);
      expect(await outcomeOf(apiOf('admin').admin.removePost(at.postId, { reason: 'Why not' }))).toBe('not_found');
    }
    expect(
      await outcomeOf(apiOf('owner').community.createPost(draft.id, { clientPostId: randomUUID(), text: 'Hi.' })),
    ).toBe('persona_not_published');
  });

  it('keeps library, fans and notifications to whoever is signed in, and theirs to themselves', async () => {
    const visitor = createApiClient({ baseUrl: house.origin });
    const own = [
      (api: Api) => api.community.library(),
      (api: Api) => api.community.fans(),
      (api: Api) => api.notifications.list(),
      (api: Api) => api.notifications.unread(),
      (api: Api) => api.notifications.preferences(),
      (api: Api) => api.notifications.readUpTo(randomUUID()),
    ];
    for (const read of own) {
      expect(await outcomeOf(read(visitor))).toBe('unauthenticated');
      expect(await outcomeOf(read(apiOf('fan')))).toBe('allowed');
    }
    const id = randomUUID();
    await house.world.query("INSERT INTO notification (id, user_id, kind, subject_id) VALUES ($1, $2, 'post', $1)", [
      id,
      actors.get('other creator')?.userId,
    ]);
    // A place in time and nobody's: up to it, one's own are read and no others.
    expect(await apiOf('fan').notifications.readUpTo(id)).toEqual({ unreadCount: 0 });
    expect(await apiOf('other creator').notifications.unread()).toEqual({ unreadCount: 1 });
    for (const act of [(api: Api) => api.notifications.read(id), (api: Api) => api.notifications.delete(id)]) {
      expect(await outcomeOf(act(visitor))).toBe('unauthenticated');
      expect(await outcomeOf(act(apiOf('fan')))).toBe('not_found');
      expect(await outcomeOf(act(apiOf('other creator')))).toBe('allowed');
    }
    expect((await apiOf('other creator').community.fans()).items).toEqual([]);
  });
});
