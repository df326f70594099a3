import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../../packages/database/src/index.ts';
import { migrateDeploy } from '../../../packages/database/src/migrate/index.ts';
import { report } from '../report.mjs';
import { withPostgres } from '../with-postgres.mjs';
import { startChild } from './child.mjs';
import { round } from './figures.mjs';
import { chatClient, closedLoop, echoClient, openLoop, openSockets } from './load.mjs';
import { addHistory, createWorld } from './world.mjs';

const HALF_LOAD_SOCKETS = 200;

export async function main(args) {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'string' },
      seconds: { type: 'string', default: '8' },
      sockets: { type: 'string', default: '1,50,200,1000' },
      conversations: { type: 'string', default: '10000' },
    },
  });
  await withPostgres(async ({ url, progress, closing }) => {
    await migrateDeploy(url);
    const database = openDatabase({ url, poolMax: 2, applicationName: 'bench' }, console.error);
    closing.push(() => database.close());
    const levels = values.sockets.split(',').map(Number);
    const jwtSecret = randomBytes(32).toString('hex');
    const fans = await createWorld(database.pool, jwtSecret, Math.max(...levels, HALF_LOAD_SOCKETS));
    const [echo, wire] = await Promise.all([startChild('./echo.mjs'), startChild('./wire-provider.mjs')]);
    closing.push(echo.stop, wire.stop);
    const how = {
      levels,
      seconds: Number(values.seconds),
      fans,
      settings: {
        NODE_ENV: 'development',
        DATABASE_URL: url,
        JWT_SECRET: jwtSecret,
        SANDBOX_WEBHOOK_SECRET: randomBytes(32).toString('hex'),
        INTERNAL_TOKEN: randomBytes(32).toString('hex'),
        LLM_BASE_URL: wire.baseUrl,
        LOG_LEVEL: 'warn',
        HOST: '127.0.0.1',
      },
      closing,
    };
    const echoes = await measureEcho(echo, how);
    const rows = [...(await measureApi('process', echoes, how)), ...(await measureApi('wire', echoes, how))];
    const conversations = Number(values.conversations);
    if (conversations > 0) {
      await addHistory(database.pool, conversations, progress);
      rows.push(...(await measureApi('wire', echoes, { ...how, levels: [HALF_LOAD_SOCKETS], history: conversations })));
    }
    await report({ name: 'chat', rows, aims: aimsOf(rows) }, args);
  });
}

async function measureEcho(echo, { levels, seconds }) {
  const echoes = new Map();
  for (const sockets of new Set([...levels, HALF_LOAD_SOCKETS])) {
    const clients = await openSockets(echo.origin, sockets, () => '', echoClient);
    echoes.set(sockets, (await closedLoop(clients, seconds)).perSecond);
    for (const client of clients) client.close();
  }
  return echoes;
}

/** One row for each number of sockets, and one at half of the load that 200 sockets make. */
async function measureApi(provider, echoes, { levels, seconds, fans, settings, closing, history = 0 }) {
  const api = await startChild('./api.mjs', { ...settings, BENCH_PROVIDER: provider });
  closing.push(api.stop);
  const rows = [];
  const add = (row) => {
    rows.push({ provider, history, ...row });
    console.table(rows.at(-1));
  };
  for (const sockets of levels) {
    const before = await api.ask('memory');
    const clients = await openSockets(
      api.origin,
      sockets,
      (number) => fans[number].token,
      (socket, number) => chatClient(socket, fans[number]),
    );
    const after = await api.ask('memory');
    const measured = await closedLoop(clients, seconds, () => api.ask('begin'));
    const { eventLoopP99Ms, cpuSeconds } = await api.ask('end');
    const echoPerSecond = echoes.get(sockets);
    add({
      sockets,
      load: 'all',
      perSecond: Math.round(measured.perSecond),
      shareOfEcho: round(measured.perSecond / echoPerSecond, 3),
      echoPerSecond: Math.round(echoPerSecond),
      firstDeltaP50Ms: measured.p50Ms,
      firstDeltaP99Ms: measured.p99Ms,
      eventLoopP99Ms: round(eventLoopP99Ms),
      apiCores: round(cpuSeconds / seconds),
      idleSocketKb: sockets < 200 ? undefined : round((after.used - before.used) / sockets / 1024, 1),
    });
    if (sockets === HALF_LOAD_SOCKETS) {
      const half = await openLoop(clients, measured.perSecond / 2, seconds, () => api.ask('begin'));
      const delays = await api.ask('end');
      add({
        sockets,
        load: 'half',
        perSecond: Math.round(half.perSecond),
        firstDeltaP50Ms: half.p50Ms,
        firstDeltaP99Ms: half.p99Ms,
        eventLoopP99Ms: round(delays.eventLoopP99Ms),
        apiCores: round(delays.cpuSeconds / seconds),
        skipped: half.skipped,
      });
    }
    for (const client of clients) client.close();
  }
  await api.stop();
  closing.pop();
  return rows;
}

function aimsOf(rows) {
  const aims = [];
  const aim = (name, value, target, holds) => aims.push({ name, value, target, holds });
  for (const row of rows) {
    const name = `${row.provider}, ${row.sockets} sockets${row.history > 0 ? `, ${row.history} old conversations` : ''}`;
    if (row.load === 'all' && row.sockets === HALF_LOAD_SOCKETS) {
      const share = row.provider === 'process' ? 0.15 : 0.05;
      aim(`${name}: share of the echo`, row.shareOfEcho, `≥ ${share}`, row.shareOfEcho >= share);
    }
    if (row.load === 'half') {
      aim(`${name}, half load: first delta p99 ms`, row.firstDeltaP99Ms, '< 30', row.firstDeltaP99Ms < 30);
      aim(`${name}, half load: event loop p99 ms`, row.eventLoopP99Ms, '< 20', row.eventLoopP99Ms < 20);
    }
    if (row.idleSocketKb !== undefined && row.sockets === 1000)
      aim(`${name}: kB per idle socket`, row.idleSocketKb, '< 20', row.idleSocketKb < 20);
  }
  return aims;
}
