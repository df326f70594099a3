/** Fills an empty house with demo creators, personas, packs and logins. A second run changes nothing that is there. */
import { hash } from '@node-rs/argon2';
import { ECONOMY } from '@troupe/contracts/economy';
import { Client } from 'pg';
import { DEMO_LOGINS, DEMO_PASSWORD } from '../../scripts/demo-logins.mjs';
import { SEED_CREATORS } from './creators.ts';
import { seedCrowd } from './crowd.ts';
import { seedId } from './ids.ts';
import { hasEarned, openWallet, writePastPurchase, writePastTip } from './ledger.ts';
import { type RenderedPortrait, renderPortraits } from './media.ts';
import { SEED_PACKS } from './packs.ts';
import { SEED_PERSONAS } from './personas.ts';
import { seedPosts } from './posts.ts';
import { SEED_PROMOTIONS } from './promotions.ts';
import { dialogueOf } from './talk/index.ts';

const DAY_MS = 86_400_000;
const FIRST_PERSONA_AT = Date.UTC(2026, 9, 1, 18);
const FAN_COINS_MICROCOINS = 500_000_000n;
const PATRON_OF = 'marlowe';
const PATRON_PURCHASES = 5;
const PATRON_TIP_MICROCOINS = 4_500_000_000n;
const PATRON_TIPPED_DAYS_AGO = 20;
/** Older than the holding period, so that some of the coins can be given away. */
const FAN_PURCHASE_DAYS_AGO = 9;
const MICROCOINS_PER_COIN = 1_000_000;
const creatorId = (handle: string): string => seedId(`user:${handle}`);

async function seedUsers(db: Client): Promise<void> {
  const passwordHash = await hash(DEMO_PASSWORD);
  const people = [
    ...SEED_CREATORS.map((creator) => ({
      id: creatorId(creator.handle),
      email: creator.email,
      name: creator.displayName,
      handle: creator.handle,
      roles: ['fan', 'creator'],
    })),
    { id: seedId('user:fan'), email: 'fan@demo.troupe.local', name: 'Robin', handle: 'robin', roles: ['fan'] },
    {
      id: seedId('user:patron'),
      email: 'patron@demo.troupe.local',
      name: 'Odile',
      handle: 'odile',
      roles: ['fan'],
    },
    {
      id: seedId('user:admin'),
      email: 'admin@demo.troupe.local',
      name: 'House manager',
      handle: 'house_manager',
      roles: ['fan', 'admin'],
    },
  ];
  const demo = new Set(DEMO_LOGINS.map((login) => login.email));
  for (const person of people) {
    // Only the demo logins can be signed in with; the other creators have no password.
    await db.query(
      'INSERT INTO app_user (id, email, name, handle, roles, password_hash) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING',
      [person.id, person.email, person.name, person.handle, person.roles, demo.has(person.email) ? passwordHash : null],
    );
    await openWallet(db, person.id, 0n);
  }
  for (const creator of SEED_CREATORS) {
    await db.query(
      'INSERT INTO creator (user_id, handle, display_name, bio) VALUES ($1, $2, $3, $4) ON CONFLICT (user_id) DO NOTHING',
      [creatorId(creator.handle), creator.handle, creator.displayName, creator.bio],
    );
  }
}

async function seedPacks(db: Client): Promise<void> {
  for (const pack of SEED_PACKS) {
    await db.query(
      `INSERT INTO coin_pack (id, name, description, coins_microcoins, bonus_microcoins, usd_minor, inr_minor, highlighted, position)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
      [
        pack.id,
        pack.name,
        pack.description,
        pack.coinsMicrocoins,
        pack.bonusMicrocoins,
        pack.usdMinor,
        pack.inrMinor,
        pack.highlighted,
        pack.position,
      ],
    );
  }
}

async function seedPromotions(db: Client): Promise<void> {
  for (const { id, name, code, firstPurchase, bonusPercent } of SEED_PROMOTIONS) {
    await db.query(
      `INSERT INTO promotion (id, name, code, first_purchase, bonus_percent) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [id, name, code, firstPurchase, bonusPercent],
    );
  }
}

interface PastPayment {
  name: string;
  ownerId: string;
  pack: (typeof SEED_PACKS)[number];
  coinsMicrocoins: bigint;
  daysAgo: number;
}

/** A payment of the past like any other, without the pack's bonus, so that what is earned from its coins is payable. */
async function seedPayment(db: Client, { name, ownerId, pack, coinsMicrocoins, daysAgo }: PastPayment): Promise<void> {
  const paymentId = seedId(`payment:${name}`);
  const purchase = { paymentId, ownerId, coinsMicrocoins, bonusMicrocoins: 0n, amountMinor: BigInt(pack.usdMinor) };
  const boughtAt = new Date(Date.now() - daysAgo * DAY_MS);
  const journal = await writePastPurchase(db, purchase, boughtAt);
  await db.query(
    `INSERT INTO payment (id, user_id, provider, status, pack_id, pack_name, coins_microcoins, bonus_microcoins, currency, amount_minor, journal_id, created_at, settled_at)
     VALUES ($1, $2, 'sandbox', 'succeeded', $3, $4, $5, 0, 'USD', $6, $7, $8, $8) ON CONFLICT DO NOTHING`,
    [paymentId, ownerId, pack.id, pack.name, coinsMicrocoins, pack.usdMinor, journal, boughtAt],
  );
}

/** The demo fan's 500 bought coins. */
async function seedFanPurchase(db: Client): Promise<void> {
  await seedPayment(db, {
    name: 'fan',
    ownerId: seedId('user:fan'),
    pack: SEED_PACKS[1],
    coinsMicrocoins: FAN_COINS_MICROCOINS,
    daysAgo: FAN_PURCHASE_DAYS_AGO,
  });
}

/** Somebody whose tips have matured, so that the demo's creator has enough to ask for a payout. Only in an empty house: what was earned before it would never mature. */
async function seedPatron(db: Client): Promise<void> {
  if (await hasEarned(db, creatorId(PATRON_OF))) return;
  const pack = SEED_PACKS[2];
  const ownerId = seedId('user:patron');
  for (let number = 0; number < PATRON_PURCHASES; number += 1) {
    await seedPayment(db, {
      name: `patron:${number}`,
      ownerId,
      pack,
      coinsMicrocoins: pack.coinsMicrocoins,
      daysAgo: PATRON_TIPPED_DAYS_AGO + PATRON_PURCHASES - number,
    });
  }
  const ago = (days: number) => new Date(Date.now() - days * DAY_MS);
  const tip = {
    id: seedId('tip:patron'),
    fanId: ownerId,
    creatorId: creatorId(PATRON_OF),
    amountMicrocoins: PATRON_TIP_MICROCOINS,
    note: 'For the whole company.',
  };
  await writePastTip(db, tip, ago(PATRON_TIPPED_DAYS_AGO), ago(PATRON_TIPPED_DAYS_AGO - ECONOMY.payoutHoldingDays));
}

async function seedPersonas(db: Client, portraits: readonly RenderedPortrait[]): Promise<void> {
  for (const [index, persona] of SEED_PERSONAS.entries()) {
    const portrait = portraits.find((entry) => entry.slug === persona.slug);
    if (portrait === undefined) throw new Error(`persona ${persona.slug} has no portrait`);
    await db.query(
      `INSERT INTO persona (id, slug, creator_id, status, name, hook, description, tags, category, voice, price_microcoins, hue_degrees, portrait_key, personality,
                            scenario, greeting, alternative_greetings, example_dialogue, starters, published_at)
       VALUES ($1, $2, $3, 'published', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
       ON CONFLICT (id) DO UPDATE SET portrait_key = excluded.portrait_key`,
      [
        seedId(`persona:${persona.slug}`),
        persona.slug,
        creatorId(persona.creatorHandle),
        persona.name,
        persona.hook,
        persona.description,
        persona.tags,
        persona.category,
        JSON.stringify({ language: 'en-GB', ...persona.voice }),
        Math.round(persona.priceCoins * MICROCOINS_PER_COIN),
        persona.hueDegrees,
        portrait.key,
        persona.personality,
        persona.scenario,
        persona.greeting,
        persona.alternativeGreetings,
        JSON.stringify(dialogueOf(persona)),
        persona.starters,
        new Date(FIRST_PERSONA_AT + index * DAY_MS),
      ],
    );
  }
  const personas = SEED_PERSONAS.map((persona) => ({
    ...persona,
    id: seedId(`persona:${persona.slug}`),
    creatorId: creatorId(persona.creatorHandle),
  }));
  await seedCrowd(db, personas);
  await seedStage(db);
}

/** Who stands on the stage, in the order of the list; an admin's choice stays. And what trends at the first evening. */
async function seedStage(db: Client): Promise<void> {
  const featured = SEED_PERSONAS.filter((persona) => persona.featured).map((persona) =>
    seedId(`persona:${persona.slug}`),
  );
  await db.query(
    `UPDATE persona_listing l SET featured_position = f.place FROM unnest($1::uuid[]) WITH ORDINALITY AS f(id, place)
     WHERE l.persona_id = f.id AND l.listed AND NOT EXISTS (SELECT FROM audit_entry WHERE action = 'featured.save')`,
    [featured],
  );
  await db.query('SELECT discovery_score(NULL, 1000, now())');
}

async function main(): Promise<void> {
  const connectionString = process.env['DATABASE_URL'];
  if (connectionString === undefined) throw new Error('DATABASE_URL: must be set');
  const portraits = await renderPortraits(
    SEED_PERSONAS.map((persona) => persona.slug),
    process.env['MEDIA_DIR'] ?? '.data/media',
  );
  const db = new Client({ connectionString });
  await db.connect();
  try {
    // All or nothing: an interrupted seeding leaves an empty house, not half a one.
    await db.query('BEGIN');
    await seedUsers(db);
    await seedPacks(db);
    await seedPromotions(db);
    await seedFanPurchase(db);
    await seedPatron(db);
    await seedPersonas(db, portraits);
    await seedPosts(db);
    // A count that chat keeps as conversations start; these were written without it.
    await db.query(
      'UPDATE persona p SET chat_count = (SELECT count(*) FROM conversation c WHERE c.persona_id = p.id) WHERE chat_count = 0',
    );
    await db.query('COMMIT');
  } finally {
    await db.end();
  }
  process.stdout.write(`Seeded ${SEED_PERSONAS.length} personas by ${SEED_CREATORS.length} creators.\n`);
}

await main();
