import { createApiClient } from '@troupe/api-client';
import type { Actor } from '@troupe/test-kit/actors';
import type { Cast } from '@troupe/test-kit/world';
import { KeepTrendsService } from '../src/modules/persona/discovery/keep-trends.service.ts';
import { type House, openHouse } from './support/boot.ts';
import { endOf, enter, sayPaid } from './support/chat.ts';
import { outcomeOf, registerAdult } from './support/studio.ts';

type Api = Actor['api'];
type Who = 'visitor' | 'fan' | 'minor' | 'hider' | 'barred' | 'adult' | 'owner' | 'admin';
const WHO: readonly Who[] = ['visitor', 'fan', 'minor', 'hider', 'barred', 'adult', 'owner', 'admin'];

describe('discovery', () => {
  let house: House;
  let admin: Actor;

  beforeAll(async () => {
    house = await openHouse();
    admin = await adminOf('Admin');
  });
  afterAll(async () => house.close());

  const signIn = async (actor: Actor): Promise<Actor> => {
    const { token } = await actor.api.auth.login({
      email: actor.session.user.email,
      password: 'a long enough password',
    });
    actor.session.token = token;
    return actor;
  };
  const adminOf = async (name: string): Promise<Actor> => {
    const actor = await registerAdult(house, name);
    await house.world.query("UPDATE app_user SET roles = '{fan,admin}' WHERE id = $1", [actor.userId]);
    return signIn(actor);
  };
  const minorOf = async (name: string): Promise<Actor> => {
    const actor = await house.register(name);
    await actor.api.account
      .confirmAdult({ birthDate: `${new Date().getUTCFullYear() - 15}-01-01` })
      .catch(() => undefined);
    return signIn(actor);
  };
  /** Replies of the past, as a chat writes them. */
  const talked = async (
    fanId: string,
    personaId: string,
    replies: number,
    { daysAgo = 0, microcoins = 2_000_000, refunded = false } = {},
  ) => {
    await house.world.query(
      `WITH c AS (INSERT INTO conversation (id, fan_id, persona_id, fan_name) VALUES (uuidv7(), $1, $2, 'Fan') RETURNING id),
         -- Hours before now, so that the job takes them for settled.
         times AS (SELECT now() - make_interval(days => $4::int, hours => 1) + n * interval '1 second' AS at, n FROM generate_series(1, $3::int) n)
       INSERT INTO message (id, conversation_id, fan_id, role, status, content, charged_microcoins, journal_id, refunded, created_at, finished_at)
       SELECT (left(chat_first_id(at)::text, 24) || lpad(to_hex(floor(random() * 16777216 * 16777216)::bigint), 12, '0'))::uuid, c.id, $1, 'assistant', 'done', 'Aye.',
              $5, 1, $6, at, at FROM c, times`,
      [fanId, personaId, replies, daysAgo, microcoins, refunded],
    );
  };
  const figuresOf = async (personaId: string) => {
    const [row] = await house.world.query(
      `SELECT l.rating_count = count(r.stars) AND l.rating_sum = coalesce(sum(r.stars), 0) AS right, l.rating_count AS count, l.rating_sum AS sum
       FROM persona_listing l LEFT JOIN persona_rating r ON r.persona_id = l.persona_id WHERE l.persona_id = $1 GROUP BY l.persona_id`,
      [personaId],
    );
    return row;
  };

  describe('ratings', () => {
    it('come from who paid for three replies and kept them, and can be changed and taken back', async () => {
      const { personaId } = await house.world.addCast();
      const scene = await enter(await house.register(), personaId);
      const { personas } = scene.fan.api;
      const reply = async () => endOf(scene, (await sayPaid(scene, 'Hello')).replyId);
      house.llm.script({ kind: 'reply', words: ['Well ', 'met.'] });
      await reply();
      await reply();
      // Given back, so not paid for.
      house.llm.script({ kind: 'status', status: 500 });
      expect(await reply()).toMatchObject({ kind: 'failed', refunded: true });
      expect(await personas.rating(personaId)).toEqual({
        stars: null,
        repliesMissing: 1,
        rating: { count: 0, mean: null },
      });
      await expect(personas.rate(personaId, { stars: 5 })).rejects.toMatchObject({
        code: 'rating_not_earned',
        details: { repliesMissing: 1 },
      });
      house.llm.script({ kind: 'reply', words: ['Well ', 'met.'] });
      await reply();
      expect(await personas.rate(personaId, { stars: 5 })).toEqual({
        stars: 5,
        repliesMissing: 0,
        rating: { count: 1, mean: 5 },
      });
      expect(await personas.rate(personaId, { stars: 2 })).toMatchObject({ stars: 2, rating: { count: 1, mean: 2 } });
      // What is deleted was paid for all the same.
      await scene.fan.api.chat.deleteConversation(scene.conversationId);
      expect(await personas.rate(personaId, { stars: 4 })).toMatchObject({ rating: { count: 1, mean: 4 } });
      await personas.takeBackRating(personaId);
      await personas.takeBackRating(personaId);
      expect(await figuresOf(personaId)).toEqual({ right: true, count: 0, sum: 0 });
      await expect(personas.rate(personaId, { stars: 4 })).rejects.toMatchObject({ code: 'rating_not_earned' });
    });

    it.each([0, 6, 2.5, -1])('have no %d stars', async (stars) => {
      const { personaId } = await house.world.addCast();
      await expect(admin.api.personas.rate(personaId, { stars })).rejects.toMatchObject({ code: 'validation_failed' });
    });

    it('are counted rightly when fans rate, change and take back at once, and go with their accounts', async () => {
      const { personaId } = await house.world.addCast();
      const fans = await Promise.all(Array.from({ length: 6 }, (_, index) => house.register(`Fan ${index}`)));
      await Promise.all(fans.map((fan) => talked(fan.userId, personaId, 3)));
      await Promise.all(
        fans.flatMap(({ api }, index) => [
          ...[1, 5, 3, (index % 5) + 1].map((stars) => api.personas.rate(personaId, { stars })),
          ...(index % 2 === 0 ? [api.personas.takeBackRating(personaId)] : []),
        ]),
      );
      expect(await figuresOf(personaId)).toMatchObject({ right: true });
      await Promise.all(fans.map(({ api }) => api.personas.rate(personaId, { stars: 4 })));
      expect(await figuresOf(personaId)).toEqual({ right: true, count: 6, sum: 24 });
      const gone = fans.slice(0, 2).map((fan) => fan.userId);
      await house.world.query('DELETE FROM wallet WHERE owner_id = ANY ($1)', [gone]);
      await house.world.query('DELETE FROM app_user WHERE id = ANY ($1)', [gone]);
      expect(await figuresOf(personaId)).toEqual({ right: true, count: 4, sum: 16 });
    });
  });

  describe('who may what', () => {
    interface Target {
      plain: Cast;
      mature: Cast;
    }
    const TABLE: readonly [string, (api: Api, at: Target) => Promise<unknown>, readonly string[]][] = [
      [
        'rates whom they talked to',
        (api, { plain }) => api.personas.rate(plain.personaId, { stars: 4 }),
        [
          'unauthenticated',
          'allowed',
          'allowed',
          'allowed',
          'not_found',
          'allowed',
          'rating_not_earned',
          'rating_not_earned',
        ],
      ],
      [
        'rates a mature one',
        (api, { mature }) => api.personas.rate(mature.personaId, { stars: 4 }),
        [
          'unauthenticated',
          'age_confirmation_required',
          'not_found',
          'age_confirmation_required',
          'age_confirmation_required',
          'allowed',
          'age_confirmation_required',
          'rating_not_earned',
        ],
      ],
      [
        'reads their rating',
        (api, { plain }) => api.personas.rating(plain.personaId),
        ['unauthenticated', 'allowed', 'allowed', 'allowed', 'not_found', 'allowed', 'allowed', 'allowed'],
      ],
      [
        'takes a rating back',
        (api, { plain }) => api.personas.takeBackRating(plain.personaId),
        ['unauthenticated', 'allowed', 'allowed', 'allowed', 'allowed', 'allowed', 'allowed', 'allowed'],
      ],
      [
        'meets a plain one in lists',
        async (api, { plain }) => meets(api, plain),
        ['allowed', 'allowed', 'allowed', 'not_found', 'not_found', 'allowed', 'allowed', 'allowed'],
      ],
      [
        'meets a mature one in lists',
        async (api, { mature }) => meets(api, mature),
        ['not_found', 'not_found', 'not_found', 'not_found', 'not_found', 'allowed', 'not_found', 'not_found'],
      ],
      [
        'asks for mature ones',
        (api) => api.personas.setWishes({ showsMature: true }),
        [
          'unauthenticated',
          'age_confirmation_required',
          'not_found',
          'age_confirmation_required',
          'age_confirmation_required',
          'allowed',
          'age_confirmation_required',
          'allowed',
        ],
      ],
      [
        'asks for suggestions',
        (api) => api.personas.suggestions(),
        ['unauthenticated', 'allowed', 'allowed', 'allowed', 'allowed', 'allowed', 'allowed', 'allowed'],
      ],
      [
        'reads the stage',
        (api) => api.personas.featured(),
        ['allowed', 'allowed', 'allowed', 'allowed', 'allowed', 'allowed', 'allowed', 'allowed'],
      ],
      [
        'reads the stage as an admin',
        (api) => api.admin.featured(),
        ['unauthenticated', 'not_found', 'not_found', 'not_found', 'not_found', 'not_found', 'not_found', 'allowed'],
      ],
      [
        'sets the stage',
        (api, { plain }) => api.admin.setFeatured({ personaIds: [plain.personaId] }),
        ['unauthenticated', 'not_found', 'not_found', 'not_found', 'not_found', 'not_found', 'not_found', 'allowed'],
      ],
    ];
    const actors = new Map<Who, Api>();
    let target: Target;

    /** In the wall, in a search and on the stage. */
    const meets = async (api: Api, { personaId }: Cast) => {
      const lists = [
        api.personas.list({ limit: 100 }),
        api.personas.list({ q: 'orla', limit: 100 }),
        api.personas.featured(),
      ];
      const seen = (await Promise.all(lists)).map(({ items }) => items.some((item) => item.id === personaId));
      if (seen.every((one) => !one)) throw Object.assign(new Error('nowhere'), { code: 'not_found' });
      if (!seen.every((one) => one)) throw new Error(`only here and there: ${seen}`);
    };

    beforeAll(async () => {
      target = { plain: await house.world.addCast(), mature: await house.world.addCast() };
      await house.world.query('UPDATE persona SET mature = true WHERE id = $1', [target.mature.personaId]);
      await admin.api.admin.setFeatured({ personaIds: [target.plain.personaId, target.mature.personaId] });
      const [fan, minor, hider, barred, adult, owner] = [
        await house.register('Fan'),
        await minorOf('Minor'),
        await house.register('Hider'),
        await house.register('Barred'),
        await registerAdult(house, 'Adult'),
        await house.register('Owner'),
      ];
      await house.world.query(
        `INSERT INTO creator (user_id, handle, display_name) VALUES ($1, 'owner_of_it', 'Owner')`,
        [owner.userId],
      );
      await house.world.query('UPDATE persona SET creator_id = $1 WHERE id = $2', [
        owner.userId,
        target.plain.personaId,
      ]);
      await house.world.query('INSERT INTO fan_block (creator_id, fan_id) VALUES ($1, $2)', [
        owner.userId,
        barred.userId,
      ]);
      await Promise.all([target.plain, target.mature].map(({ personaId }) => hider.api.personas.block(personaId)));
      await adult.api.personas.setWishes({ showsMature: true });
      for (const person of [fan, minor, hider, barred, adult, owner]) {
        for (const cast of [target.plain, target.mature]) await talked(person.userId, cast.personaId, 3);
      }
      actors.set('visitor', createApiClient({ baseUrl: house.origin }));
      for (const [who, actor] of Object.entries({ fan, minor, hider, barred, adult, owner, admin }))
        actors.set(who as Who, actor.api);
    });

    it.each(TABLE)('%s', async (_, act, expected) => {
      const seen: string[] = [];
      for (const who of WHO) {
        const api = actors.get(who);
        if (api === undefined) throw new Error(`there is no ${who}`);
        seen.push(await outcomeOf(act(api, target)));
      }
      expect(seen).toEqual(expected);
    });

    it('rates no draft and nothing that isn’t there', async () => {
      const { personaId } = await house.world.addCast();
      await house.world.query("UPDATE persona SET status = 'draft' WHERE id = $1", [personaId]);
      for (const id of [personaId, admin.userId])
        expect(await outcomeOf(admin.api.personas.rate(id, { stars: 1 }))).toBe('not_found');
    });
  });

  it('suggests who shares the rarer tags with whom a fan talked to last, and nobody known or hidden', async () => {
    const made = new Map<string, string>();
    for (const [name, tags] of Object.entries({
      Known: ['tea', 'ghosts'],
      Rare: ['ghosts', 'moors'],
      Common: ['tea', 'moors'],
      Hidden: ['ghosts', 'tea'],
      Other: ['chess'],
      ...Object.fromEntries(Array.from({ length: 4 }, (_, index) => [`Tea ${index}`, ['tea']])),
    })) {
      const { personaId } = await house.world.addCast();
      await house.world.query('UPDATE persona SET name = $2, tags = $3 WHERE id = $1', [personaId, name, tags]);
      made.set(name, personaId);
    }
    const fan = await house.register();
    expect(await fan.api.personas.suggestions()).toEqual({ because: null, items: [] });
    await fan.api.personas.block(made.get('Hidden') ?? '');
    await talked(fan.userId, made.get('Known') ?? '', 1);
    const { because, items } = await fan.api.personas.suggestions();
    expect([because?.name, items[0]?.name]).toEqual(['Known', 'Rare']);
    const names = items.map((item) => item.name);
    expect(names).toContain('Common');
    for (const name of ['Known', 'Hidden', 'Other']) expect(names).not.toContain(name);
  });

  it('has a stage in the admin’s order, which leaves a trace, and nobody on it who isn’t published', async () => {
    const casts = [await house.world.addCast(), await house.world.addCast(), await house.world.addCast()];
    const ids = casts.map((cast) => cast.personaId);
    const [first, second, third] = ids as [string, string, string];
    const onStage = async () => (await admin.api.personas.featured()).items.map((item) => item.id);
    await admin.api.admin.setFeatured({ personaIds: [third, first] });
    expect(await onStage()).toEqual([third, first]);
    await expect(admin.api.admin.setFeatured({ personaIds: [second, admin.userId] })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await onStage()).toEqual([third, first]);
    const trail = await house.world.query(
      `SELECT detail FROM audit_entry WHERE action = 'featured.save' AND actor_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1`,
      [admin.userId],
    );
    expect(trail).toEqual([{ detail: { personaIds: [third, first] } }]);
    await house.world.query("UPDATE persona SET status = 'unpublished' WHERE id = $1", [third]);
    expect(await onStage()).toEqual([first]);
    await Promise.all(
      [[first, second], [second], [second, first]].map((personaIds) => admin.api.admin.setFeatured({ personaIds })),
    );
    expect([[first, second], [second], [second, first]]).toContainEqual(await onStage());
  });

  it('trends by how many fans paid lately, however often one of them did, and counts nothing twice', async () => {
    const [flooded, liked, earlier, refunded, free] = await Promise.all(
      Array.from({ length: 5 }, () => house.world.addCast()),
    );
    const fans = await Promise.all(Array.from({ length: 4 }, (_, index) => house.register(`Fan ${index}`)));
    const [one] = fans as [Actor];
    const idOf = (cast: Cast | undefined): string => cast?.personaId ?? '';
    await talked(one.userId, idOf(flooded), 400);
    for (const fan of fans) {
      await talked(fan.userId, idOf(liked), 3);
      await talked(fan.userId, idOf(earlier), 3, { daysAgo: 6 });
      await talked(fan.userId, idOf(refunded), 3, { refunded: true });
      await talked(fan.userId, idOf(free), 3, { microcoins: 0 });
    }
    const trends = house.get(KeepTrendsService);
    const now = new Date();
    const scores = async () => {
      const casts = [flooded, liked, earlier, refunded, free].map(idOf);
      const rows = await house.world.query<{ id: string; trending: number }>(
        'SELECT persona_id AS id, trending FROM persona_listing WHERE persona_id = ANY ($1)',
        [casts],
      );
      return casts.map((id) => rows.find((row) => row.id === id)?.trending ?? -1);
    };
    // The job may have come by itself and be past the days that were just written.
    await house.world.query(
      'WITH gone AS (DELETE FROM persona_visit) UPDATE discovery_progress SET replies_upto = NULL, scored_upto = NULL',
    );
    await Promise.all([trends.round(now), trends.round(now), trends.round(now)]);
    await trends.round(now);
    const visits = await house.world.query(
      'SELECT sum(replies)::int AS replies FROM persona_visit WHERE persona_id = ANY ($1)',
      [[flooded, liked, earlier].map(idOf)],
    );
    expect(visits).toEqual([{ replies: 400 + 12 + 12 }]);
    const [ofFlooded = 0, ofLiked = 0, ofEarlier = 0, ...none] = await scores();
    // One fan is worth 1 at most, which the doubt about few makes a quarter; four with three replies are worth half each.
    expect(ofFlooded).toBeGreaterThan(200);
    expect(ofFlooded).toBeLessThanOrEqual(250);
    expect(ofLiked).toBeGreaterThan(2 * ofFlooded);
    expect(ofEarlier).toBeGreaterThan(0);
    expect(ofEarlier).toBeLessThan(ofLiked / 3);
    expect(none).toEqual([0, 0]);

    await trends.round(new Date(now.getTime() + 15 * 86_400_000));
    expect(await scores()).toEqual([0, 0, 0, 0, 0]);
  });

  it('forgets a word that nobody has any more', async () => {
    const { personaId } = await house.world.addCast();
    await house.world.query(`UPDATE persona SET name = 'Aardvarkina' WHERE id = $1`, [personaId]);
    const known = () => house.world.query(`SELECT word FROM search_word WHERE word = 'aardvarkina'`);
    expect(await known()).toHaveLength(1);
    await house.world.query(`UPDATE persona SET name = 'Orla' WHERE id = $1`, [personaId]);
    await house.world.query(`UPDATE discovery_progress SET words_upto = ''`);
    await house.get(KeepTrendsService).round(new Date());
    expect(await known()).toHaveLength(0);
  });
});
