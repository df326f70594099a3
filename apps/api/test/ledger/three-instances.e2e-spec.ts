import { randomUUID } from 'node:crypto';
import { ApiError } from '@troupe/api-client';
import { ECONOMY } from '@troupe/contracts/economy';
import { type Actor, actorOf, registerActor, type WatchingSocket } from '@troupe/test-kit/actors';
import { createTestDatabase, type TestDatabase } from '@troupe/test-kit/database';
import { type LlmServer, startLlmServer } from '@troupe/test-kit/llm-server';
import { until } from '@troupe/test-kit/until';
import { type Cast, openWorld, type World } from '@troupe/test-kit/world';
import { earnedBy, faultsIn, setBonus } from '../support/books.ts';
import { testEnv } from '../support/boot.ts';
import { type ApiProcess, startApiProcess } from '../support/process.ts';
import { bucketsOf, buyCoins, coins, giveMatured } from '../support/wallets.ts';

const INSTANCES = 3;
const FANS = 16;
const TIMES = 5;
const PRICE = coins(2);
/** A wallet of a few coins: it can't pay for all that its owner asks for. */
const START = { bonus: coins(3), coins: coins(6) };
/** Per fan six requests of two coins, where there are nine. */
const MESSAGES = 4;
const TIP = coins(2);
const GIFT = coins(2);
const SWAP = coins(2);

interface Person {
  userId: string;
  handle: string;
  /** The same person at each of the instances. */
  seats: Seat[];
}

interface Seat {
  actor: Actor;
  socket: WatchingSocket;
}

interface Request {
  by: Person;
  takes: number;
  /** Answers the code of a refusal as a string, and of everything else what five answers must have in common. */
  send(seat: Seat): Promise<unknown>;
}

/** What one request came to, five times. */
interface Outcome {
  by: Person;
  takes: number;
  isPaid: boolean;
}

describe('three instances on one database', () => {
  let database: TestDatabase;
  let llm: LlmServer;
  let world: World;
  let instances: ApiProcess[];
  let casts: Cast[];
  let fans: Person[];
  let friend: Person;
  let creator: Person;
  const closers: (() => void)[] = [];
  const closing = { add: (close: () => void) => void closers.push(close) };

  const enterEverywhere = async (name: string): Promise<Person> => {
    const [first, ...others] = instances;
    if (first === undefined) throw new Error('no instance is running');
    const { session, userId } = await registerActor(first.origin, closing, name);
    await setBonus(world, userId, 0);
    const seats = await Promise.all(
      [first, ...others].map(async ({ origin }) => {
        const actor = actorOf(origin, closing, session);
        return { actor, socket: await actor.openSocket() };
      }),
    );
    return { userId, handle: session.user.handle, seats };
  };

  beforeAll(async () => {
    [database, llm] = await Promise.all([createTestDatabase(), startLlmServer()]);
    world = openWorld(database.url);
    const env = testEnv(database.url, llm.baseUrl, {});
    instances = await Promise.all(Array.from({ length: INSTANCES }, () => startApiProcess(env)));
    casts = [await world.addCast({ priceMicrocoins: PRICE }), await world.addCast({ priceMicrocoins: PRICE })];
    [friend, creator, ...fans] = await Promise.all([
      enterEverywhere('Kim'),
      enterEverywhere('Maker'),
      ...Array.from({ length: FANS }, (_, index) => enterEverywhere(`Fan ${index}`)),
    ]);
    await giveMatured(world, creator.userId, coins(5), 'earnings');
    for (const fan of fans) {
      await setBonus(world, fan.userId, START.bonus);
      await buyCoins(world, fan.userId, START.coins, 8);
    }
  });
  afterAll(async () => {
    for (const close of closers) close();
    await Promise.all(instances.map((instance) => instance.kill('SIGKILL')));
    await llm.close();
    await world.close();
    await database.drop();
  });

  /**
   * Sends each request five times at once, to the instances in turn, and insists on five equal answers. Every other time they are sent in
   * the opposite order, so that two instances that locked wallets as they came would wait for one another.
   */
  const allFiveTimes = async (requests: readonly Request[]): Promise<Outcome[]> => {
    const answers: Promise<unknown>[][] = requests.map(() => []);
    for (let time = 0; time < TIMES; time += 1) {
      const indexes = [...requests.keys()];
      for (const index of time % 2 === 0 ? indexes : indexes.reverse()) {
        const request = requests[index];
        const seat = request?.by.seats[time % INSTANCES];
        if (request !== undefined && seat !== undefined) answers[index]?.push(request.send(seat));
      }
    }
    const settled = await Promise.all(answers.map((five) => Promise.all(five)));
    return requests.map(({ by, takes }, index) => {
      const five = settled[index] ?? [];
      expect(five).toHaveLength(TIMES);
      expect(five).toEqual(five.map(() => five[0]));
      return { by, takes, isPaid: typeof five[0] !== 'string' };
    });
  };
  /** A refusal is its code; only a refusal for want of coins is one that this test expects. */
  const movement = (call: Promise<{ journalId: string }>) =>
    call.catch((error: unknown) => {
      if (error instanceof ApiError && error.code.startsWith('insufficient_')) return error.code;
      throw error;
    });
  const message = async (socket: WatchingSocket, conversationId: string, clientMessageId: string) => {
    const ack = await socket.emit('sendMessage', {
      conversationId,
      clientMessageId,
      content: `Hello ${clientMessageId}`,
    });
    if (!ack.ok) {
      if (ack.code === 'insufficient_coins') return ack.code;
      throw new Error(`sendMessage was refused: ${ack.code}`);
    }
    // The balance is the one of the moment of each answer.
    const { balanceMicrocoins, ...answer } = ack;
    expect(balanceMicrocoins).toBeGreaterThanOrEqual(0);
    return answer;
  };

  const requestsOf = async (fan: Person, index: number): Promise<Request[]> => {
    const { personaId } = casts[index % casts.length] ?? { personaId: '' };
    const conversation = await fan.seats[0]?.actor.api.chat.createConversation(personaId);
    const tip = { personaId, amountMicrocoins: TIP };
    const gift = { toHandle: friend.handle, amountMicrocoins: GIFT };
    const [tipKey, giftKey] = [{ idempotencyKey: randomUUID() }, { idempotencyKey: randomUUID() }];
    return [
      ...Array.from({ length: MESSAGES }, () => randomUUID()).map((id) => ({
        by: fan,
        takes: PRICE,
        send: ({ socket }: Seat) => message(socket, conversation?.id ?? '', id),
      })),
      { by: fan, takes: TIP, send: ({ actor }) => movement(actor.api.coin.tip(tip, tipKey)) },
      { by: fan, takes: GIFT, send: ({ actor }) => movement(actor.api.coin.transfer(gift, giftKey)) },
    ];
  };
  const deadlocks = async (): Promise<number> => {
    const [row] = await world.query<{ deadlocks: number }>(
      'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
    );
    return row?.deadlocks ?? Number.NaN;
  };

  it('give five equal answers to five equal requests, lose and make no coin, overdraw nobody and never deadlock', async () => {
    const before = await deadlocks();
    const requests = (await Promise.all(fans.map(requestsOf))).flat();
    const swaps = [randomUUID(), randomUUID(), randomUUID()].map((idempotencyKey) => ({
      by: creator,
      takes: SWAP,
      send: ({ actor }: Seat) =>
        movement(actor.api.coin.swap({ from: 'earnings', amountMicrocoins: SWAP }, { idempotencyKey })),
    }));
    const outcomes = await allFiveTimes([...requests, ...swaps]);
    const takenFrom = (person: Person) =>
      outcomes.filter(({ by, isPaid }) => by === person && isPaid).reduce((sum, { takes }) => sum + takes, 0);

    // Each wallet is what its owner was told.
    for (const fan of fans) {
      const now = await bucketsOf(world, fan.userId);
      const left = Number(now['coins']) + Number(now['bonus']);
      expect(left).toBe(START.coins + START.bonus - takenFrom(fan));
      expect(Math.min(Number(now['coins']), Number(now['bonus']))).toBeGreaterThanOrEqual(0);
      // Nobody was refused what could be paid: four requests of two coins, whichever came first.
      expect(left).toBe(coins(1));
    }
    expect(takenFrom(creator)).toBe(coins(4));
    expect(await bucketsOf(world, creator.userId)).toMatchObject({ coins: coins(4), earnings: coins(1) });
    expect(outcomes.filter(({ isPaid }) => !isPaid)).toHaveLength(2 * FANS + 1);

    // Nothing came from nowhere: what the fans paid is with the creators, the platform and the friend.
    const given = Number((await bucketsOf(world, friend.userId))['coins']);
    const earned = await Promise.all(casts.map((cast) => earnedBy(world, cast.creatorId)));
    const shares = earned.reduce((sum, { pending, promo }) => sum + pending + promo, 0);
    const spent = fans.reduce((sum, fan) => sum + takenFrom(fan), 0) - given;
    expect(given % GIFT).toBe(0);
    expect(shares).toBe((spent * ECONOMY.creatorSharePercent) / 100);

    await until('every reply to be answered', async () => {
      const [row] = await world.query("SELECT FROM message WHERE status IN ('queued', 'streaming') LIMIT 1");
      return row === undefined;
    });
    expect(await faultsIn(world)).toEqual([]);

    // Connections count their deadlocks for all to see at the latest when they end.
    await Promise.all(instances.map((instance) => instance.kill('SIGTERM')));
    await until('the instances’ connections to end', async () => {
      const [row] = await world.query(
        "SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'troupe-api' LIMIT 1",
      );
      return row === undefined;
    });
    expect(await deadlocks()).toBe(before);
  });
});
