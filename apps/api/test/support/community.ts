import { randomUUID } from 'node:crypto';
import type { Actor } from '@troupe/test-kit/actors';
import type { World } from '@troupe/test-kit/world';
import type { House } from './boot.ts';

/** The same person with a renewed token, which says what is known of them now. */
export async function signInAgain(actor: Actor): Promise<Actor> {
  const { email } = actor.session.user;
  const { token } = await actor.api.auth.login({ email, password: 'a long enough password' });
  actor.session.token = token;
  return actor;
}

export async function registerMinor(house: House, name: string): Promise<Actor> {
  const actor = await house.register(name);
  await house.world.query('UPDATE app_user SET minor_stated_at = now() WHERE id = $1', [actor.userId]);
  return signInAgain(actor);
}

/** A post of long ago that nobody is told of. */
export async function addPost(world: World, personaId: string, text = 'The lamp is lit.'): Promise<string> {
  // Ids are in the order of time.
  const id = `00000000-0000-7000-${randomUUID().slice(19)}`;
  await world.query(
    `INSERT INTO post (id, persona_id, client_post_id, text, mature) SELECT $1, id, $1, $3, mature FROM persona WHERE id = $2`,
    [id, personaId, text],
  );
  return id;
}

/** Followers who do nothing else. */
export async function addFollowers(world: World, personaId: string, count: number): Promise<void> {
  await world.query(
    `WITH crowd AS (INSERT INTO app_user (id, email, name, roles)
       SELECT gen_random_uuid(), gen_random_uuid() || '@crowd.local', 'Crowd', '{fan}' FROM generate_series(1, $2::int) RETURNING id)
     INSERT INTO persona_follow (persona_id, fan_id) SELECT $1, id FROM crowd`,
    [personaId, count],
  );
}

/** What is counted of a persona, beside what there is to be counted. */
export async function countsOf(world: World, personaId: string) {
  const [row] = await world.query<{ followers: number; follows: number; likes: number; likers: number }>(
    `SELECT (SELECT follower_count FROM persona_audience WHERE persona_id = $1) AS followers,
            (SELECT count(*)::int FROM persona_follow WHERE persona_id = $1) AS follows,
            (SELECT sum(like_count)::int FROM post WHERE persona_id = $1) AS likes,
            (SELECT count(*)::int FROM post_like l JOIN post p ON p.id = l.post_id WHERE p.persona_id = $1) AS likers`,
    [personaId],
  );
  if (row === undefined) throw new Error('nothing was counted');
  return row;
}
