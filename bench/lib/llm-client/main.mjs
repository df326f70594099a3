import { fork } from 'node:child_process';
import { once } from 'node:events';
import { report } from '../report.mjs';
import { BASELINE, listClients, PRODUCT } from './clients.mjs';

const CONCURRENCY = 64;
const WARM_UP_MS = 1_000;

const args = process.argv.slice(2);
const secondsAt = args.indexOf('--seconds');
const measuredMs = 1_000 * (secondsAt === -1 ? 4 : Number(args[secondsAt + 1]));

const server = fork(new URL('./server.mjs', import.meta.url));
const [{ port, deltas }] = await once(server, 'message');
const expected = 'a word '.repeat(deltas);
const rows = [];
for (const [name, open] of await listClients()) {
  const readReply = open(`http://127.0.0.1:${port}/v1/chat/completions`);
  await run(readReply, WARM_UP_MS);
  rows.push({ client: name, ...(await run(readReply, measuredMs)) });
}
server.disconnect();
const baseline = rows.find((row) => row.client === BASELINE);
for (const row of rows) row.timesFetch = round(row.repliesPerSecond / baseline.repliesPerSecond, 2);
const used = rows.find((row) => row.client === PRODUCT);
await report(
  {
    name: 'llm-client',
    rows,
    aims: [
      {
        name: 'CPU per reply with the client in use, in parts of that with fetch',
        value: round(used.cpuMicrosPerReply / baseline.cpuMicrosPerReply, 2),
        target: '< 1',
        holds: used.cpuMicrosPerReply < baseline.cpuMicrosPerReply,
      },
    ],
  },
  args,
);
// Agents keep their connections; nothing is left to wait for.
process.exit();

async function run(readReply, forMs) {
  const startCpu = process.cpuUsage();
  const start = performance.now();
  let replies = 0;
  const worker = async () => {
    while (performance.now() - start < forMs) {
      const text = await readReply();
      if (text !== expected) throw new Error(`read ${text.length} characters instead of ${expected.length}`);
      replies += 1;
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  const seconds = (performance.now() - start) / 1_000;
  const cpu = process.cpuUsage(startCpu);
  return {
    repliesPerSecond: Math.round(replies / seconds),
    cpuMicrosPerReply: Math.round((cpu.user + cpu.system) / replies),
  };
}

function round(value, digits) {
  return Number(value.toFixed(digits));
}
