import { randomUUID } from 'node:crypto';
import { createApiClient } from '../../../packages/api-client/src/client.ts';
import { openWorld } from '../../../packages/test-kit/src/world.ts';
import { createFan } from './fan.mjs';

/** Prices whose shares don't divide evenly, so that a wrong rounding can't hide. */
const PRICES_MICROCOINS = [2_000_000, 500_000, 3_333_333, 1_234_567];
const CONVERSATIONS_PER_FAN = 3;
const REGISTERED_AT_A_TIME = 8;
/** One fan in three has no more than the welcome bonus, and soon meets its end. */
const POOR_ONE_IN = 3;

/** Creators, coin packs, and fans with open sockets, some of them rich, before anything goes wrong. */
export async function gather({ house, fanCount, random, figures }) {
  const world = openWorld(house.postgres.url);
  const personas = [];
  let packs;
  try {
    for (const priceMicrocoins of PRICES_MICROCOINS) {
      personas.push({ id: (await world.addCast({ priceMicrocoins })).personaId, priceMicrocoins });
    }
    packs = { small: await addPack(world, 20_000_000, 1_500_000), chest: await addPack(world, 20_000_000_000, 7) };
  } finally {
    await world.close();
  }
  const fans = [];
  const register = async (index) => {
    fans[index] = await registerFan({ house, index, personas, packs, random: random.fork(`fan ${index}`), figures });
  };
  for (let first = 0; first < fanCount; first += REGISTERED_AT_A_TIME) {
    const group = Array.from({ length: Math.min(REGISTERED_AT_A_TIME, fanCount - first) }, (_, step) => first + step);
    await Promise.all(group.map(register));
  }
  return { fans, packs };
}

async function registerFan({ house, index, personas, packs, random, figures }) {
  const visitor = createApiClient({ baseUrl: house.origins[0] });
  const email = `${randomUUID()}@test.local`;
  const session = await visitor.auth.register({ email, password: 'a long enough password', name: `Fan ${index}` });
  const fan = createFan({ session, origins: house.origins, random, figures });
  const [client] = fan.clients;
  if (index % POOR_ONE_IN !== 0) {
    const { payment } = await client.payment.sandboxCheckout({ packId: packs.chest, currency: 'USD' });
    await client.payment.sandboxConfirm({ paymentId: payment.id, outcome: 'succeeded' });
  }
  for (let count = 0; count < CONVERSATIONS_PER_FAN; count += 1) {
    // Zipf: the first persona is as much in demand as all the others.
    const persona = random.weighted(personas.map((entry, rank) => [1 / (rank + 1), entry]));
    const { id } = await client.chat.createConversation(persona.id);
    // An untouched conversation is handed out again.
    if (!fan.conversations.some((entry) => entry.id === id)) {
      fan.conversations.push({ id, priceMicrocoins: persona.priceMicrocoins });
    }
  }
  fan.startMicrocoins = (await client.coin.balance(fan.id)).balanceMicrocoins;
  return fan;
}

async function addPack(world, coinsMicrocoins, bonusMicrocoins) {
  const id = randomUUID();
  await world.query(
    `INSERT INTO coin_pack (id, name, description, coins_microcoins, bonus_microcoins, usd_minor, inr_minor)
     VALUES ($1, $2, 'A pack.', $3, $4, 99, 7900)`,
    [id, `Pack ${id.slice(0, 8)}`, coinsMicrocoins, bonusMicrocoins],
  );
  return id;
}
