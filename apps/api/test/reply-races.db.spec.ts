import { ECONOMY } from '@troupe/contracts/economy';
import { createTestDatabase, type TestDatabase } from '@troupe/test-kit/database';
import { type Cast, openWorld, type World } from '@troupe/test-kit/world';
import fc from 'fast-check';
import { createApp } from '../src/create-app.ts';
import { countVisibleChars } from '../src/modules/chat/domain/reply-ending.ts';
import { RunningReplies, RunningReply } from '../src/modules/chat/running-replies.ts';
import { SendRepository } from '../src/modules/chat/send.repository.ts';
import { SettleReplyService } from '../src/modules/chat/settle-reply.service.ts';
import { StopReplyService } from '../src/modules/chat/stop-reply.service.ts';
import { SweepRepliesService } from '../src/modules/chat/sweep-replies.service.ts';
import { readEnv } from '../src/platform/config/env.ts';
import { AppError } from '../src/platform/errors/app-error.ts';
import { Metrics } from '../src/platform/metrics/metrics.service.ts';
import { Realtime } from '../src/platform/realtime/realtime.service.ts';
import { faultsIn } from './support/books.ts';
import { testEnv } from './support/boot.ts';
import { addStageFan, type StagedReply, type StageFan, stageReply } from './support/reply-stage.ts';
import { costOfTokens, pricedByTokens } from './support/token-price.ts';

/** Replies that are raced for at each kind of price. `REPLY_RACES` makes the run longer, `REPLY_RACES_SEED` repeats its choices; their timing is the machine's. */
const RACES = Number(process.env['REPLY_RACES'] ?? 100);
const SEED = Number(process.env['REPLY_RACES_SEED'] ?? Date.now() % 1_000_000);
const WAVE_REPLIES = 12;
const FANS = 24;
const FLAT = 2_000_000;
const BONUS = 10_000_000_000;
/** The stop refunds that every second fan has had today already: so that their limit is raced for as well. */
const STOP_REFUNDS_HAD = ECONOMY.stopRefundsPerDayMax - 1;
const PROMPT_TOKENS = 100;

/** Who ended a reply can be read from the prompt tokens on its row: each contestant reports others; the sweeper knows none, so those of the sending stay. */
const REPORTED = { success: 101, failure: 102, stop: 103 } as const;
const SENTENCE =
  'The lamp turns, the ships go by, and every keeper learns to love the slow arithmetic of light on water.';

const turns = fc.integer({ min: 0, max: 40 });
const plan = fc.record({
  fan: fc.nat(FANS - 1),
  saved: fc.constantFrom('', 'Mind the', SENTENCE),
  /** Its process was slow, and the sweeper may take it over. */
  isExpired: fc.boolean(),
  /** Turns of the loop after which each contestant begins; a stop has a longer way than the others. */
  begin: fc.record({ success: turns, failure: turns, stop: fc.nat(12), sweep: turns }),
  order: fc.shuffledSubarray(['success', 'failure', 'stop', 'sweep'] as const, { minLength: 4 }),
});
type Plan = typeof plan extends fc.Arbitrary<infer Value> ? Value : never;
interface Race {
  reply: StagedReply;
  plan: Plan;
}

describe.each([
  ['a flat price', true],
  ['a price by tokens', false],
])('stop, failure, sweeper and late success race for replies at %s', (_, isFlat) => {
  let testDatabase: TestDatabase;
  let world: World;
  let cast: Cast;
  let fans: StageFan[];
  let app: Awaited<ReturnType<typeof createApp>>;
  const told = new Map<string, Set<string>>();

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    world = openWorld(testDatabase.url);
    const settings = { SWEEP_INTERVAL_MS: '60000', REPLY_LEASE_MS: '60000', DATABASE_POOL_MAX: '20' };
    app = await createApp(readEnv(testEnv(testDatabase.url, 'http://127.0.0.1:9/v1', settings)));
    await app.listen(0, '127.0.0.1');
    listen(app.get(Realtime));
    cast = await world.addCast({ priceMicrocoins: FLAT });
    if (!isFlat) await pricedByTokens(world, cast.personaId);
    fans = await Promise.all(Array.from({ length: FANS }, () => addStageFan(world, cast.personaId, BONUS)));
    for (const [number, { fanId }] of fans.entries()) {
      const had = number % 2 === 0 ? STOP_REFUNDS_HAD : 0;
      await world.query(
        `INSERT INTO chat_day (fan_id, day, stop_refunds) VALUES ($1, (now() AT TIME ZONE 'UTC')::date, $2)`,
        [fanId, had],
      );
    }
  });
  afterAll(async () => {
    await app.close();
    await world.close();
    await testDatabase.drop();
  });

  /** Hears what rooms are told of each reply's end. */
  const listen = (realtime: Realtime): void => {
    const toRoom: Realtime['toRoom'] = realtime.toRoom.bind(realtime);
    const heard: Realtime['toRoom'] = (room, event, payload) => {
      if ((event === 'messageDone' || event === 'messageFailed') && 'replyId' in payload) {
        const ends = told.get(payload.replyId) ?? new Set();
        told.set(payload.replyId, ends.add(JSON.stringify([event, payload])));
      }
      toRoom(room, event, payload);
    };
    realtime.toRoom = heard;
  };

  const stage = async (chosen: Plan): Promise<Race> => {
    const fan = fans[chosen.fan];
    if (fan === undefined) throw new Error('no such fan');
    const price = isFlat ? { flatMicrocoins: BigInt(FLAT) } : { promptTokens: PROMPT_TOKENS };
    return { reply: await stageReply(app.get(SendRepository), fan, cast.creatorId, price), plan: chosen };
  };

  const contestants = ({ reply, plan: { saved } }: Race): Record<Plan['order'][number], () => Promise<unknown>> => {
    const { replyId, leaseId, conversationId, fanId } = reply;
    const settle = (
      who: keyof typeof REPORTED,
      content: string,
      ending: Parameters<SettleReplyService['settle']>[0]['ending'],
    ) =>
      app.get(SettleReplyService).settle({
        ...{ replyId, leaseId, content, ending },
        moved: isFlat ? 'nothing' : 'maybe',
        usage: { promptTokens: REPORTED[who], completionTokens: content.length, estimated: false },
      });
    const running = new RunningReply(replyId, conversationId);
    // What GenerateReplyService does when it is told to end.
    const stopped = new Promise<void>((resolve, reject) => {
      const end = () => settle('stop', saved, { kind: 'stopped' }).then(() => resolve(), reject);
      running.abort.signal.addEventListener('abort', () => void end(), { once: true });
    });
    app.get(RunningReplies).add(running, stopped);
    return {
      success: () => settle('success', `${saved} And so it ends.`, { kind: 'completed' }),
      failure: () => settle('failure', saved, { kind: 'failed', code: 'provider_failed' }),
      stop: async () => {
        try {
          await app.get(StopReplyService).stop(fanId, replyId);
          await stopped;
        } catch (error) {
          if (!(error instanceof AppError && error.code === 'reply_already_ended')) throw error;
          // Nobody asks this process to end any more.
          running.end('lease-lost');
          await stopped;
        }
      },
      sweep: () => app.get(SweepRepliesService).sweep(),
    };
  };

  const race = async (plans: readonly Plan[]): Promise<Race[]> => {
    const races: Race[] = [];
    for (const chosen of plans) races.push(await stage(chosen));
    for (const { reply, plan: chosen } of races) {
      await world.query(
        `UPDATE generation SET content = $2, lease_until = now() + make_interval(secs => $3::int) WHERE reply_id = $1`,
        [reply.replyId, chosen.saved, chosen.isExpired ? -1 : 60],
      );
    }
    const { promise: barrier, resolve: release } = Promise.withResolvers<void>();
    const running = races.flatMap((one) => {
      const acts = contestants(one);
      return one.plan.order.map(async (who) => {
        await barrier;
        for (let turn = 0; turn < one.plan.begin[who]; turn += 1) await new Promise(setImmediate);
        await acts[who]();
      });
    });
    release();
    await Promise.all(running);
    return races;
  };

  const rowOf = async (replyId: string) => {
    const [row] = await world.query<{
      status: string;
      content: string;
      code: string | null;
      refunded: boolean;
      charged: number;
      prompt: number | null;
      completion: number;
    }>(
      `SELECT status, content, failure_code AS code, refunded, charged_microcoins::float8 AS charged, prompt_tokens AS prompt, completion_tokens AS completion
       FROM message WHERE id = $1`,
      [replyId],
    );
    if (row === undefined) throw new Error('the reply is gone');
    return row;
  };
  const winnerOf = ({ prompt, status }: { prompt: number | null; status: string }): string => {
    const [who] = Object.entries(REPORTED).find(([, tokens]) => tokens === prompt) ?? ['sweeper'];
    return who === 'sweeper' && status === 'stopped' ? 'sweeper, for a stop' : who;
  };

  it(`ends each of ${RACES} replies once, and charges or refunds it once`, async () => {
    const plans = fc.sample(plan, { numRuns: RACES, seed: SEED });
    const races: Race[] = [];
    for (let at = 0; at < RACES; at += WAVE_REPLIES) {
      races.push(...(await race(plans.slice(at, at + WAVE_REPLIES))));
      expect(await world.query('SELECT reply_id FROM generation')).toEqual([]);
    }
    const wins: Record<string, number> = { success: 0, failure: 0, stop: 0, sweeper: 0, 'sweeper, for a stop': 0 };
    const spent = new Map(fans.map(({ fanId }) => [fanId, 0]));
    const emptyStops = new Map<string, { refunded: number; all: number }>();
    for (const { reply } of races) {
      const row = await rowOf(reply.replyId);
      const who = winnerOf(row);
      wins[who] = (wins[who] ?? 0) + 1;
      const visible = countVisibleChars(row.content);
      const isStop = row.status === 'stopped';
      if (isStop && visible === 0) {
        const stops = emptyStops.get(reply.fanId) ?? { refunded: 0, all: 0 };
        emptyStops.set(reply.fanId, { refunded: stops.refunded + Number(row.refunded), all: stops.all + 1 });
      } else {
        const isCut = row.code !== null && !isStop && visible < ECONOMY.sentenceVisibleChars;
        expect([who, row.refunded]).toEqual([who, isCut && (isFlat || visible === 0)]);
      }
      const tokens = costOfTokens(row.prompt ?? 0, row.completion);
      const price = isFlat ? FLAT : row.refunded ? 0 : Math.min(tokens, reply.heldMicrocoins);
      expect([who, row.charged]).toEqual([who, price]);
      spent.set(reply.fanId, (spent.get(reply.fanId) ?? 0) + (row.refunded ? 0 : price));
      expect([who, told.get(reply.replyId)?.size]).toEqual([who, 1]);
    }
    for (const [number, { fanId }] of fans.entries()) {
      const [wallet] = await world.query<{ bonus: number; held: number }>(
        'SELECT bonus::float8 AS bonus, bonus_held::float8 AS held FROM wallet WHERE owner_id = $1',
        [fanId],
      );
      expect(wallet).toEqual({ bonus: BONUS - (spent.get(fanId) ?? 0), held: 0 });
      const { refunded, all } = emptyStops.get(fanId) ?? { refunded: 0, all: 0 };
      const had = number % 2 === 0 ? STOP_REFUNDS_HAD : 0;
      expect(refunded).toBe(Math.min(all, ECONOMY.stopRefundsPerDayMax - had));
    }
    const { text } = await app.get(Metrics).render();
    const ended = [...text.matchAll(/^chat_replies_ended_total\{.*\} (\d+)$/gm)].map((match) => Number(match[1]));
    expect(ended.reduce((sum, count) => sum + count, 0)).toBe(RACES);
    expect(await faultsIn(world)).toEqual([]);
    process.stdout.write(
      `races for replies at ${isFlat ? 'a flat price' : 'a price by tokens'}, seed ${SEED}: ${JSON.stringify(wins)}\n`,
    );
    // A race that somebody never wins shows nothing. The last one needs two to meet, which few races may not see.
    const required = RACES < 500 ? Object.entries(wins).slice(0, 4) : Object.entries(wins);
    for (const [who, count] of required) expect([who, count > 0]).toEqual([who, true]);
  }, 600_000);
});
