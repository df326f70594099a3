import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { anyFreePort } from '../../../packages/database/src/embedded/ports.ts';
import { fromRoot, ROOT } from '../paths.mjs';
import { signalGroup, startService } from '../service.mjs';
import { waitForHttp } from '../wait-http.mjs';

const READY_LIMIT_MS = 30_000;
const DEATH = /^failpoint (\S+): kill$/m;

/**
 * One place where an API process runs, always at the same port: when it dies it is started again, with other failpoints.
 * @param options.failpoints what the next process is to be armed with; asked at every start.
 * @param options.pauseMs how long the place stays empty; asked at every death.
 * @param options.onChange called with the running service at every start, and at every end with how it came about.
 */
export async function createApiPlace({ name, env, logDir, failpoints, pauseMs, onStart, onEnd }) {
  const port = await anyFreePort();
  const origin = `http://127.0.0.1:${port}`;
  let service;
  let starts = 0;
  let cause;
  let closed = false;

  function start() {
    starts += 1;
    cause = undefined;
    service = startService({
      name: `${name}-${starts}`,
      args: ['--enable-source-maps', fromRoot('apps/api/dist/main.js')],
      cwd: ROOT,
      env: { ...env, PORT: String(port), FAILPOINTS: failpoints() },
      logDir,
    });
    const { logFile, ended } = service;
    onStart();
    void ended.then(async ({ reason }) => {
      if (closed) return;
      onEnd(cause ?? failpointIn(logFile) ?? { kind: 'by itself', detail: `${reason}; its log is ${logFile}` });
      await delay(pauseMs());
      if (!closed) start();
    });
  }
  start();

  const ready = () => waitForHttp(`${origin}/health/ready`, service, { limitMs: READY_LIMIT_MS });
  return {
    origin,
    get pid() {
      return service.pid;
    },
    /** Resolves when the process that runs now takes work. */
    ready,
    /** `kind` is what its end will be counted as. */
    end(signal, kind) {
      cause ??= { kind };
      signalGroup(service.pid, signal);
    },
    /** Stops the process where it stands for a while, as a host that swaps or migrates does; it may be killed meanwhile. */
    async freeze(forMs) {
      const { pid } = service;
      signalGroup(pid, 'SIGSTOP');
      await delay(forMs);
      signalGroup(pid, 'SIGCONT');
    },
    async close() {
      closed = true;
      signalGroup(service.pid, 'SIGCONT');
      await service.stop();
    },
  };
}

function failpointIn(logFile) {
  const [, point] = readFileSync(logFile, 'utf8').match(DEATH) ?? [];
  return point && { kind: `failpoint ${point}` };
}
