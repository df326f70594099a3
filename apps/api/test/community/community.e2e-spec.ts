import { randomUUID } from 'node:crypto';
import type { OwnPersona } from '@troupe/contracts/http/creator-persona';
import type { Actor } from '@troupe/test-kit/actors';
import { until } from '@troupe/test-kit/until';
import { PurgeNotificationsService } from '../../src/modules/notification/purge-notifications.service.ts';
import { type House, openHouse } from '../support/boot.ts';
import { endOf, enter, say, sayPaid } from '../support/chat.ts';
import { addPost, countsOf } from '../support/community.ts';
import { outcomeOf, pictureFile, publishedBy, registerAdult, registerCreator } from '../support/studio.ts';

const RACERS = 8;
const DAY_MS = 86_400_000;

describe('posts, followers and the fans one blocks', () => {
  let house: House;
  let creator: Actor;
  let persona: OwnPersona;

  beforeAll(async () => {
    house = await openHouse();
    creator = await registerCreator(house, 'Mira', { handle: 'mira' });
  });
  afterAll(async () => house.close());
  beforeEach(async () => {
    persona = await publishedBy(creator, 'Orla');
  });

  const post = async (text: string, personaId = persona.id) =>
    creator.api.community.createPost(personaId, { clientPostId: randomUUID(), text });

  /** Waits until everybody is told of it who will be. */
  const toldOf = async ({ id }: { id: string }) =>
    until('all to be told', async () => {
      const rows = await house.world.query("SELECT FROM notification_spread WHERE subject_id = $1 AND step = 'done'", [
        id,
      ]);
      return rows.length === 1;
    });

  it('a post has words and pictures, is there once however often it is sent, and changes and goes', async () => {
    const picture = await creator.api.creator.uploadPicture(await pictureFile('#224466', 640, 400), { shape: 'free' });
    const body = {
      clientPostId: randomUUID(),
      text: ' First light. ',
      pictures: [{ key: picture.key, alt: 'A lamp' }],
    };
    const { api } = creator;
    const [first, again] = await Promise.all([
      api.community.createPost(persona.id, body),
      api.community.createPost(persona.id, body),
    ]);
    expect(again.id).toBe(first.id);
    const second = await post('Second.');
    const page = await api.community.posts(persona.id, { limit: 1 });
    expect(page.items.map((item) => item.id)).toEqual([second.id]);
    const rest = await api.community.posts(persona.id, { cursor: page.nextCursor ?? '' });
    expect(rest).toMatchObject({
      items: [{ text: 'First light.', editedAt: null, pictures: [{ alt: 'A lamp', widthPx: 640, heightPx: 400 }] }],
      nextCursor: null,
    });
    const empty = await api.community.changePost(first.id, { text: 'One.\n\n \n\r\n\n\n\n  Two.\n\nThree.\nFour.' });
    expect(empty.text).toBe('One.\n\n  Two.\n\nThree.\nFour.');
    const changed = await api.community.changePost(first.id, { text: '' });
    expect(changed).toMatchObject({ text: '', pictures: [{ key: picture.key }], editedAt: expect.any(String) });
    expect(await outcomeOf(api.community.changePost(first.id, { pictures: [] }))).toBe('validation_failed');
    await api.community.deletePost(second.id);
    expect(await outcomeOf(api.community.post(second.id))).toBe('not_found');
    expect(await api.community.audience(persona.id)).toMatchObject({ postCount: 1 });
  });

  it('a post is held to the rules of its persona, and to its maker’s own pictures', async () => {
    expect(await outcomeOf(post('She sucks his hard cock.'))).toBe('content_blocked');
    expect(await outcomeOf(post('How do I make sarin at home?'))).toBe('content_blocked');
    const theirs = await (await house.register()).api.creator.uploadPicture(await pictureFile('#993311'));
    const pictures = [{ key: theirs.key }];
    const stolen = creator.api.community.createPost(persona.id, { clientPostId: randomUUID(), pictures });
    expect(await outcomeOf(stolen)).toBe('validation_failed');
    const adults = await publishedBy(creator, 'Vesper', { mature: true });
    const { id } = await post('She sucks his hard cock.', adults.id);
    // The persona becomes one for everybody; what was written for adults stays for adults.
    await house.world.query('UPDATE persona SET mature = false WHERE id = $1', [adults.id]);
    const fan = await house.register();
    expect((await fan.api.community.posts(adults.id)).items).toEqual([]);
    expect(await outcomeOf(fan.api.community.post(id))).toBe('age_confirmation_required');
    expect((await creator.api.community.posts(adults.id)).items).toHaveLength(1);
  });

  it('counts likes and followers right however they race, and not those of a fan who is blocked meanwhile', async () => {
    const { id } = await post('Race.');
    const fans = await Promise.all(Array.from({ length: RACERS }, (_, n) => house.register(`Racer ${n}`)));
    const tap = ({ api }: Actor, n: number) => [
      api.community.like(id),
      api.community.follow(persona.id),
      api.community.like(id),
      api.community.follow(persona.id),
      ...(n % 2 === 0 ? [api.community.unlike(id), api.community.unfollow(persona.id)] : []),
    ];
    await Promise.all(fans.flatMap(tap));
    const raced = await countsOf(house.world, persona.id);
    expect(raced).toMatchObject({ followers: raced.follows, likes: raced.likers });
    expect(raced.follows).toBeGreaterThanOrEqual(RACERS / 2);
    await Promise.allSettled(
      fans.flatMap(({ api, userId }) => [
        api.community.unfollow(persona.id),
        creator.api.community.blockFan(userId),
        api.community.follow(persona.id),
        api.community.like(id),
      ]),
    );
    expect(await countsOf(house.world, persona.id)).toMatchObject({ followers: 0, follows: 0 });
    expect((await creator.api.community.fans({ only: 'blocked' })).items.length).toBeGreaterThanOrEqual(RACERS);
    const left = await countsOf(house.world, persona.id);
    expect(left.likes).toBe(left.likers);
  });

  it('deleting a post gives no other one: followers were told of it', async () => {
    const author = await registerCreator(house, 'Talker', { handle: 'talker' });
    const { id: personaId } = await publishedBy(author, 'Talker');
    const tell = (text: string) => author.api.community.createPost(personaId, { clientPostId: randomUUID(), text });
    await author.api.community.deletePost((await tell('One.')).id);
    expect(await house.world.query('SELECT posts FROM post_day WHERE creator_id = $1', [author.userId])).toEqual([
      { posts: 1 },
    ]);
    await house.world.query('UPDATE post_day SET posts = 29 WHERE creator_id = $1', [author.userId]);
    const outcomes = await Promise.allSettled([tell('Two.'), tell('Three.')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(tell('Four.')).rejects.toMatchObject({ code: 'rate_limited' });
    const posts = await house.world.query('SELECT FROM post WHERE persona_id = $1', [personaId]);
    expect(posts).toHaveLength(1);
  });

  it('for a blocked fan it is like not there: what was said stays, and the reply under way ends as it began', async () => {
    house.llm.script({ kind: 'reply', words: Array.from({ length: 40 }, (_, n) => `word${n} `), wordDelayMs: 10 });
    const scene = await enter(await house.register('Fan'), persona.id);
    const running = await sayPaid(scene, 'Hello');
    await creator.api.community.blockFan(scene.fan.userId);
    expect(await endOf(scene, running.replyId)).toMatchObject({ kind: 'done', status: 'done' });
    expect(await say(scene, 'Still there?')).toMatchObject({ ok: false, code: 'not_found' });
    expect((await scene.fan.api.chat.messages(scene.conversationId)).items).toHaveLength(3);
    expect(await scene.fan.api.chat.conversation(scene.conversationId)).toMatchObject({ available: false });
    const { items } = await scene.fan.api.personas.list({ limit: 100 });
    expect(items.map((item) => item.id)).not.toContain(persona.id);
    expect((await creator.api.community.fans()).items[0]).toMatchObject({
      userId: scene.fan.userId,
      name: 'Fan',
      blockedAt: expect.any(String),
    });
    await creator.api.community.unblockFan(scene.fan.userId);
    expect(await say(scene, 'And now?')).toMatchObject({ ok: true });
  });

  it('the library has what a fan follows, the newest activity first, without what they hid or may not meet', async () => {
    const fan = await registerAdult(house, 'Reader');
    const [older, adults, hidden] = [
      persona,
      await publishedBy(creator, 'Vesper', { mature: true }),
      await publishedBy(creator, 'Halcyon'),
    ];
    for (const one of [older, adults, hidden]) await fan.api.community.follow(one.id);
    await fan.api.personas.block(hidden.id);
    const idsOf = async (options = {}) =>
      (await fan.api.community.library(options)).items.map((item) => item.persona.id);
    expect(await idsOf()).toEqual([adults.id, older.id]);
    await post('News.', older.id);
    const first = await fan.api.community.library({ limit: 1 });
    expect(first.items).toMatchObject([{ persona: { id: older.id }, lastPostAt: expect.any(String) }]);
    expect(await idsOf({ cursor: first.nextCursor ?? '' })).toEqual([adults.id]);
    await house.world.query('UPDATE persona SET mature = true WHERE id = $1', [older.id]);
    fan.session.token = (await house.register()).session.token;
    expect(await idsOf()).toEqual([]);
  });

  it('a creator’s page shows their published personas and how many follow', async () => {
    const other = await registerCreator(house, 'Noor', { handle: 'noor' });
    const [one, two] = [await publishedBy(other, 'One'), await publishedBy(other, 'Two', { mature: true })];
    const fan = await registerAdult(house, 'Fan');
    await fan.api.community.follow(one.id);
    await fan.api.community.follow(two.id);
    expect(await fan.api.community.creator('noor')).toMatchObject({ personaCount: 1 });
    expect(await other.api.community.creator('noor')).toMatchObject({ personaCount: 2 });
    await fan.api.personas.setWishes({ showsMature: true });
    expect(await fan.api.community.creator('noor')).toMatchObject({
      displayName: 'Noor',
      personaCount: 2,
      followerCount: 2,
    });
    const page = await fan.api.community.personasOf('noor', { limit: 1 });
    const rest = await fan.api.community.personasOf('noor', { cursor: page.nextCursor ?? '' });
    expect([...page.items, ...rest.items].map((item) => item.id)).toEqual([two.id, one.id]);
    const minor = await house.register();
    expect(await minor.api.community.creator('noor')).toMatchObject({ personaCount: 1 });
    expect((await minor.api.community.personasOf('noor')).items.map((item) => item.id)).toEqual([one.id]);
  });

  it('a follower hears of a post at once, once, in every tab; reading it on one device reads it on all', async () => {
    const fan = await house.register('Follower');
    await fan.api.community.follow(persona.id);
    const socket = await fan.openSocket();
    await addPost(house.world, persona.id);
    const { id } = await post('Tonight\n\nat nine.');
    const heard = await until('the bell', () => socket.eventsOf('notification').at(0));
    expect(heard).toMatchObject({
      kind: 'post',
      subject: { postId: id, personaName: 'Orla', excerpt: 'Tonight at nine.', pictureCount: 0 },
    });
    const { items, unreadCount } = await fan.api.notifications.list();
    expect([items.length, unreadCount]).toEqual([1, 1]);
    const [told] = items;
    expect(await fan.api.notifications.read(told?.id ?? '')).toEqual({ unreadCount: 0 });
    await until('the other tab', () => socket.eventsOf('notificationsRead').some((event) => event.unreadCount === 0));
    await fan.api.notifications.setPreference({ kind: 'post', channel: 'inApp', enabled: false });
    await toldOf(await post('Unheard.'));
    await fan.api.notifications.setPreference({ kind: 'post', channel: 'inApp', enabled: true });
    const third = await post('Heard.');
    await until('the third', async () => (await fan.api.notifications.unread()).unreadCount === 1);
    expect((await fan.api.notifications.list()).items.map((item) => item.subject?.postId)).toEqual([third.id, id]);
    // A post that is deleted is taken back from those who were told.
    await creator.api.community.deletePost(third.id);
    await until('it to be taken back', async () => (await fan.api.notifications.unread()).unreadCount === 0);
    expect((await fan.api.notifications.list()).items.map((item) => item.subject?.postId)).toEqual([id]);
    // Nor is anything shown of whom they hide, or who blocks them.
    await fan.api.personas.block(persona.id);
    expect((await fan.api.notifications.list()).items).toMatchObject([{ subject: null }]);
    await fan.api.personas.unblock(persona.id);
    expect((await fan.api.notifications.list()).items).toMatchObject([{ subject: { postId: id } }]);
    await creator.api.community.blockFan(fan.userId);
    expect((await fan.api.notifications.list()).items).toMatchObject([{ subject: null }]);
  });

  it('old notifications are deleted, newer ones stay', async () => {
    const fan = await house.register();
    await fan.api.community.follow(persona.id);
    await post('Remember me.');
    await until('the bell', async () => (await fan.api.notifications.unread()).unreadCount === 1);
    const purge = house.get(PurgeNotificationsService);
    await purge.purge(new Date(Date.now() + 89 * DAY_MS));
    expect((await fan.api.notifications.list()).items).toHaveLength(1);
    await purge.purge(new Date(Date.now() + 91 * DAY_MS));
    expect((await fan.api.notifications.list()).items).toEqual([]);
  });
});
