import type { Client } from 'pg';
import { ledgerKey, requestHash } from '../../apps/api/src/modules/coin/ledger/keys.ts';
import { CROWD_NAMES } from './crowd-names.ts';
import { seedId } from './ids.ts';
import { openWallet } from './ledger.ts';
import type { SeedPersona } from './personas.ts';

const WELCOME_BONUS_MICROCOINS = 30_000_000n;
const MICROCOINS_PER_COIN = 1_000_000;
const CREATOR_SHARE_PERCENT = 70;
const VISIT_DAYS = 10;
const RATES_EVERY = 3;

/**
 * A small first audience, so that a new house isn't empty: fans who each tried a few personas with their welcome bonus. Every exchange is
 * charged through the ledger like any other; bonus coins give creators promotional earnings, so nobody's payout is invented here.
 */
export async function seedCrowd(
  db: Client,
  personas: readonly (SeedPersona & { id: string; creatorId: string })[],
): Promise<void> {
  for (const [number, name] of CROWD_NAMES.entries()) {
    const fanId = seedId(`crowd:${number}`);
    const created = await db.query(
      `INSERT INTO app_user (id, email, name, handle, roles) VALUES ($1, $2, $3, $4, '{fan}') ON CONFLICT DO NOTHING`,
      [fanId, `guest-${number}@demo.troupe.local`, name, `${name.toLowerCase()}_${number + 1}`],
    );
    if (created.rowCount === 0) continue;
    await openWallet(db, fanId, WELCOME_BONUS_MICROCOINS);
    for (const [index, persona] of favouritesOf(number, personas).entries()) {
      await seedExchange(db, { id: fanId, name }, persona);
      await seedVisit(db, fanId, number, persona.id, index);
    }
  }
}

/** Earlier personas of the list are better known: fan n tries every persona whose turn divides its number. */
function favouritesOf<Persona>(number: number, personas: readonly Persona[]): Persona[] {
  return personas.filter((_, index) => (number * 7 + index * 3) % (index + 2) === 0).slice(0, 8);
}

/** What discovery counts of a reply, and what some fans say of it: the same stars at every seeding. Ids of the seed are no times, so its job never meets them. */
async function seedVisit(db: Client, fanId: string, fan: number, personaId: string, index: number): Promise<void> {
  await db.query(
    `INSERT INTO persona_visit (persona_id, fan_id, day, replies) VALUES ($1, $2, (now() AT TIME ZONE 'UTC')::date - $3::int, 1) ON CONFLICT DO NOTHING`,
    [personaId, fanId, (fan + index) % VISIT_DAYS],
  );
  if ((fan + index) % RATES_EVERY !== 0) return;
  await db.query('INSERT INTO persona_rating (persona_id, fan_id, stars) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    personaId,
    fanId,
    (fan * index) % 5 === 0 ? 4 : 5,
  ]);
}

async function seedExchange(
  db: Client,
  { id: fanId, name: fanName }: { id: string; name: string },
  persona: SeedPersona & { id: string; creatorId: string },
): Promise<void> {
  const name = `${fanId}:${persona.slug}`;
  const [conversationId, greetingId, messageId, replyId] = ['conversation', '1', '2', '3'].map((part) =>
    seedId(`${name}:${part}`),
  );
  const pair = persona.exampleDialogue[0] ?? { fan: 'Hello', persona: persona.greeting };
  const priceMicrocoins = Math.round(persona.priceCoins * MICROCOINS_PER_COIN);
  await db.query('INSERT INTO conversation (id, fan_id, fan_name, persona_id, leaf_id) VALUES ($1, $2, $3, $4, $5)', [
    conversationId,
    fanId,
    fanName,
    persona.id,
    replyId,
  ]);
  await db.query(
    `WITH c AS MATERIALIZED (SELECT * FROM ledger_charge(ARRAY[$1::uuid], ARRAY[$2::uuid], ARRAY[$3::bigint], ARRAY[$4::uuid], ARRAY[$5::bigint], $6))
     INSERT INTO message (id, conversation_id, fan_id, parent_id, role, status, content, journal_id, charged_microcoins, demo_voice, finished_at)
     SELECT m.id, $7::uuid, $1::uuid, m.parent, m.role::message_role, 'done', m.content, CASE WHEN m.paid THEN c.journal END,
            CASE WHEN m.role = 'assistant' AND m.paid THEN $5::bigint END, m.role = 'assistant' AND m.paid, now()
     FROM c, (VALUES ($8::uuid, NULL::uuid, 'assistant', $9::text, false), ($10::uuid, $8::uuid, 'user', $11::text, true),
                     ($12::uuid, $10::uuid, 'assistant', $13::text, true)) AS m(id, parent, role, content, paid)
     WHERE c.outcome = 'charged'`,
    [
      fanId,
      ledgerKey('message', messageId ?? ''),
      requestHash([conversationId ?? '', pair.fan]),
      persona.creatorId,
      priceMicrocoins,
      CREATOR_SHARE_PERCENT,
      conversationId,
      greetingId,
      persona.greeting.replaceAll('{{user}}', fanName),
      messageId,
      pair.fan,
      replyId,
      pair.persona,
    ],
  );
}
