import type { Client } from 'pg';
import { seedId } from './ids.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const VERSION_7 = 0x7;

/** What each said to everybody, the newest first. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  'inspector-vesper': [
    'Room 12 reports a missing umbrella. Room 14 reports an umbrella too many. I have asked both parties to sit down, separately, and think about what they have done.',
    'A reminder from the house: if you hide a thing well enough, you become the only person who can lose it.',
    'Thursday’s case is closed. It was the lamplighter’s cat. It is always, eventually, the cat.',
  ],
  'nettie-hollow': [
    'The mandrake has learnt a new word. I’m not telling you which, but the postman has asked for his round to be changed.',
    'Elderflower’s late, nettles are early, and the soup’s on. Bring a bowl and your second-worst problem. We’ll work up to the worst.',
  ],
  'osk-tarrow': [
    'Fog since four. The gull has taken over the radio. If you can’t sleep either: the chair’s free, and the kettle’s nearly there.',
    'Counted eleven ships tonight. Ten of them answered the light.',
  ],
  'juno-static': [
    'New record: six minutes late. SIX. Somebody frame it before I ruin it tomorrow.',
    'To whoever ordered the crate that purrs: I am outside. It is also outside. It got out.',
  ],
  halcyon: [
    'Day 4,018. Crew: asleep. Goldfish: awake, unhelpful. I’ve begun a list of questions that I’d like a second opinion on. It has 212 entries.',
    'I have renamed the third moon. Nobody objected. I’m counting that as consensus.',
  ],
  'bartholomew-ash': [
    'The amnesty on late fees ends on Friday. I shall not be lenient. I shall be in the reading room, being extremely large.',
    'Finished a novel about a dragon. The author has plainly never met one. Four stars.',
  ],
  'mr-underhall': [
    'Full house last night. I gave one cue, and I gave it early, and the whole of row F cried. I’ve still got it.',
    'If you hear your next line whispered, and nobody is there: you’re welcome.',
  ],
  'queenie-adair': [
    'Bench by the duck pond, noon. Stakes: one sandwich, no egg. I’ll start without my queen if you ask nicely.',
    'Lost to an eight-year-old today. Best game I’ve had all month. Knight fork. Never saw it coming.',
  ],
  'granny-suyin': [
    'You sounded tired yesterday. Yes, you. There’s jasmine in the pot and I’ve dealt you in already.',
    'A full table is the only kind of rich that you can smell from the stairs.',
  ],
  'idris-farrow': [
    'Somebody asked me to draw the way to a kitchen that was pulled down in 1994. It took all night. The blue stool is still by the window.',
    'Old shortcuts wanted. The muddier the better.',
  ],
  'perpetua-vane': [
    'To the gentleman who wrote that I “fence like a weather event”: I have had it embroidered.',
    'Eleven letters answered, one challenge declined, no blood. I am becoming respectable. Someone stop me.',
  ],
  'pendleton-chime': [
    'I am mortified to report that today’s nine o’clock took place at four minutes past.',
    'The silver is polished, the post is ironed and the canary has been told the news. Will there be anything else?',
  ],
};

/** Ids of posts are in the order of time. */
function postId(at: Date, name: string): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  const [, , , variant = '', tail = ''] = seedId(name).split('-');
  return `${time.slice(0, 8)}-${time.slice(8)}-${VERSION_7}000-${variant}-${tail}`;
}

/** What the personas have said, and who of the crowd follows them and liked it. */
export async function seedPosts(db: Client): Promise<void> {
  for (const [index, [slug, texts]] of Object.entries(SAID).entries()) {
    const personaId = seedId(`persona:${slug}`);
    for (const [age, text] of texts.entries()) {
      const name = `post:${slug}:${age}`;
      const at = new Date(Date.now() - (age * 3 + 1) * DAY_MS - ((index * 5) % 23) * HOUR_MS);
      await db.query(
        `INSERT INTO post (id, persona_id, client_post_id, text, mature, created_at) VALUES ($1, $2, $3, $4, false, $5) ON CONFLICT DO NOTHING`,
        [postId(at, name), personaId, seedId(name), text, at],
      );
    }
  }
  // Whoever talked to a persona may have stayed, and some of those liked what it said; who, is decided by their ids.
  await db.query(
    `INSERT INTO creator_fan (creator_id, fan_id) SELECT DISTINCT p.creator_id, c.fan_id FROM conversation c JOIN persona p ON p.id = c.persona_id
     WHERE p.creator_id <> c.fan_id ON CONFLICT DO NOTHING`,
  );
  await db.query(
    `INSERT INTO persona_follow (persona_id, fan_id) SELECT DISTINCT c.persona_id, c.fan_id FROM conversation c JOIN app_user u ON u.id = c.fan_id
     WHERE u.email LIKE 'guest-%@demo.troupe.local' AND get_byte(uuid_send(c.id), 0) % 4 <> 0 ON CONFLICT DO NOTHING`,
  );
  await db.query(
    `INSERT INTO post_like (post_id, fan_id) SELECT p.id, f.fan_id FROM post p JOIN persona_follow f ON f.persona_id = p.persona_id JOIN app_user u ON u.id = f.fan_id
     WHERE u.email LIKE 'guest-%@demo.troupe.local' AND (get_byte(uuid_send(f.fan_id), 0) + get_byte(uuid_send(p.client_post_id), 0)) % 3 = 0 ON CONFLICT DO NOTHING`,
  );
}
