import { parseArgs } from 'node:util';
import { openDatabase } from '../../../packages/database/src/index.ts';
import { migrateDeploy } from '../../../packages/database/src/migrate/index.ts';
import { report } from '../report.mjs';
import { withPostgres } from '../with-postgres.mjs';
import { measure } from './measure.mjs';
import { openOperations } from './operations.mjs';
import { createWorld, prefill } from './world.mjs';

const LONG_CONCURRENCY = 256;
/** Connections of the process, as an API in production would have them. */
const POOL_MAX = 20;
/** Nobody generates here; without an end to the replies each fan would have dozens under way, where the product allows a handful. */
const REPLIES_LAST_MS = 2_000;

export async function main(args) {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'string' },
      seconds: { type: 'string', default: '8' },
      'long-seconds': { type: 'string', default: '60' },
      prefill: { type: 'string', default: '0' },
      concurrency: { type: 'string', default: '1,16,64,256,1024' },
    },
  });
  await withPostgres(async ({ url, progress, signal, closing }) => {
    const transfers = Number(values.prefill);
    const fresh = await openBooks(url, 'bench_fresh', 0, progress);
    closing.push(() => fresh.database.close());
    const books = [fresh];
    if (transfers > 0) {
      const grown = await openBooks(url, 'bench_grown', transfers, progress);
      closing.push(() => grown.database.close());
      books.push(grown);
    }
    const rows = await run(books, {
      seconds: Number(values.seconds),
      longSeconds: Number(values['long-seconds']),
      levels: values.concurrency.split(',').map(Number),
      signal,
    });
    const [young, old] = [0, transfers].map((prefilled) => rows.filter((row) => row.prefilled === prefilled));
    await report(
      { name: 'ledger', rows, aims: [...aimsOf(young), ...(transfers > 0 ? growthAims(young, old) : [])] },
      args,
    );
  });
}

/** A database of its own on the server, with so much history in it. */
async function openBooks(serverUrl, name, prefilled, progress) {
  const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  const maintenance = openDatabase({ url: serverUrl, poolMax: 1, applicationName: 'bench' }, console.error);
  await maintenance.pool.query(`CREATE DATABASE ${name}`);
  await maintenance.close();
  await migrateDeploy(url);
  const database = openDatabase({ url, poolMax: POOL_MAX, applicationName: 'bench' }, (error) =>
    console.error(`a connection broke: ${error.message}`),
  );
  const world = await createWorld(database.pool);
  await prefill(database.pool, world, prefilled, progress);
  return { prefilled, database, operations: await openOperations(database, world) };
}

/** One row for each number of calls at once and each of the books, which take turns: what else the machine does then falls on all of them. */
async function run(books, { levels, ...how }) {
  const rows = [];
  for (const concurrency of levels) {
    for (const { prefilled, database, operations } of books) {
      const endReplies = setInterval(
        () => void database.pool.query('TRUNCATE generation').catch(console.error),
        REPLIES_LAST_MS,
      );
      rows.push({ prefilled, ...(await measureLevel(database, operations, concurrency, how)) });
      clearInterval(endReplies);
      console.table(rows.at(-1));
    }
  }
  return rows;
}

async function measureLevel(database, operations, concurrency, { seconds, longSeconds, signal }) {
  const isLong = concurrency === LONG_CONCURRENCY;
  const real = await measure(operations.real, {
    concurrency,
    seconds: isLong ? longSeconds : seconds,
    // A checkpoint in its middle: full-page writes afterwards are part of what durable costs.
    halfway: isLong ? () => database.pool.query('CHECKPOINT') : undefined,
    signal,
  });
  const a = await measure(operations.interactive, { concurrency, seconds, signal });
  const b = await measure(operations.bulk, {
    concurrency: Math.max(1, Math.min(concurrency / operations.bulkRows, 2)),
    seconds,
    signal,
  });
  const c = concurrency === 1 ? await measure(operations.single, { concurrency, seconds, signal }) : undefined;
  return rowOf(concurrency, real, a, { ...b, perSecond: b.perSecond * operations.bulkRows }, c);
}

function rowOf(concurrency, real, a, b, c) {
  return {
    concurrency,
    perSecond: Math.round(real.perSecond),
    p50Ms: real.p50Ms,
    p99Ms: real.p99Ms,
    refused: real.refused,
    aPerSecond: Math.round(a.perSecond),
    aP50Ms: a.p50Ms,
    bPerSecond: Math.round(b.perSecond),
    timesA: round(real.perSecond / a.perSecond),
    shareOfB: round(real.perSecond / b.perSecond),
    ...(c === undefined
      ? {}
      : { cPerSecond: Math.round(c.perSecond), cP50Ms: c.p50Ms, p50OverC: round(real.p50Ms / c.p50Ms) }),
  };
}

function aimsOf(rows) {
  const at = (concurrency) => rows.find((row) => row.concurrency === concurrency);
  const aims = [];
  if (at(1))
    aims.push({
      name: 'p50 at 1 over a single-charge function',
      value: at(1).p50OverC,
      target: '≤ 1.5',
      holds: at(1).p50OverC <= 1.5,
    });
  if (at(256))
    aims.push({ name: 'at 256, times (a)', value: at(256).timesA, target: '≥ 10', holds: at(256).timesA >= 10 });
  if (at(1024))
    aims.push({
      name: 'at 1024, share of (b)',
      value: at(1024).shareOfB,
      target: '≥ 0.5',
      holds: at(1024).shareOfB >= 0.5,
    });
  return aims;
}

/** What history may cost: the same levels of the same run, before and after it. */
function growthAims(fresh, grown) {
  return grown
    .filter(({ concurrency }) => concurrency === 256 || concurrency === 1024)
    .flatMap((after) => {
      const before = fresh.find(({ concurrency }) => concurrency === after.concurrency);
      const fall = round(1 - after.perSecond / before.perSecond);
      const ratio = round(after.shareOfB / before.shareOfB);
      return [
        { name: `at ${after.concurrency}, fall by history`, value: fall, target: '≤ 0.25', holds: fall <= 0.25 },
        { name: `at ${after.concurrency}, share of (b) kept`, value: ratio, target: '≥ 1', holds: ratio >= 1 },
      ];
    });
}

const round = (value) => Number(value.toFixed(2));
