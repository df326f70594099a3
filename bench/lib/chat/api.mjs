import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createApp } from '../../../apps/api/dist/create-app.js';
import { LlmFacade } from '../../../apps/api/dist/modules/llm/index.js';
import { readEnv } from '../../../apps/api/dist/platform/config/env.js';
import { RateLimits } from '../../../apps/api/dist/platform/rate-limit/rate-limits.js';
import { serveParent } from './child.mjs';
import { DELTAS } from './deltas.mjs';

/** The API as it is, with two things set for the bench: fans who may send without a pause, and, when asked for, a provider in the process. */
const app = await createApp(readEnv(process.env));
app.get(RateLimits, { strict: false }).buckets['socket-events'].points = Number.MAX_SAFE_INTEGER;
if (process.env.BENCH_PROVIDER === 'process') {
  app.get(LlmFacade, { strict: false }).stream = async function* () {
    for (const text of DELTAS) yield { kind: 'text', text };
    yield { kind: 'usage', usage: { promptTokens: 100, completionTokens: DELTAS.length, estimated: false } };
  };
}
await app.listen(0, '127.0.0.1');
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const cpuNow = () => process.cpuUsage();
let cpu = cpuNow();

serveParent(
  { origin: `http://127.0.0.1:${app.getHttpServer().address().port}` },
  {
    begin: () => {
      delay.reset();
      cpu = cpuNow();
      return true;
    },
    end: () => {
      const { user, system } = process.cpuUsage(cpu);
      // The timer of the monitor itself waits a millisecond.
      return { eventLoopP99Ms: Math.max(0, delay.percentile(99) / 1e6 - 1), cpuSeconds: (user + system) / 1e6 };
    },
    memory: async () => {
      for (let round = 0; round < 3; round += 1) {
        globalThis.gc();
        await new Promise((resume) => setTimeout(resume, 200));
      }
      const { rss, heapUsed, external } = process.memoryUsage();
      return { rss, used: heapUsed + external };
    },
  },
);
