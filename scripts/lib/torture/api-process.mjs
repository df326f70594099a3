import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { anyFreePort } from '../../../packages/database/src/embedded/ports.ts';
import { fromRoot, ROOT } from '../paths.mjs';
import { signalGroup, startService } from '../service.mjs';
import { waitForHttp } from '../wait-http.mjs';

const READY_LIMIT_MS = 30_000;
/** The grace for replies, and then some for statements that wait for their own time-out. */
const ORDERLY_END_LIMIT_MS = 20_000;
const DEATH = /^failpoint (\S+): kill$/m;

/**
 * One place where an API process runs, always at the same port: when it dies it is started again, with other failpoints.
 * @param options.failpoints what the next process is to be armed with; asked at every start.
 * @param options.pauseMs how long the place stays empty; asked at every end.
 * @param options.onStart called when a process was started.
 * @param options.onHang called when a process does not end when it is told to.
 * @param options.onEnd called with how an end came about: `kind`, and `detail` when nobody asked for it.
 */
export async function createApiPlace({ name, env, logDir, failpoints, pauseMs, onStart, onEnd, onHang }) {
  const port = await anyFreePort();
  const origin = `http://127.0.0.1:${port}`;
  let run;
  let starts = 0;
  let closed = false;
  let next = Promise.withResolvers();

  function start() {
    starts += 1;
    const service = startService({
      name: `${name}-${starts}`,
      args: [fromRoot('apps/api/dist/main.js')],
      cwd: ROOT,
      env: { ...env, PORT: String(port), FAILPOINTS: failpoints() },
      logDir,
    });
    const current = { service, alive: true, cause: undefined };
    run = current;
    next.resolve();
    next = Promise.withResolvers();
    onStart();
    void service.ended.then(async ({ reason }) => {
      current.alive = false;
      if (closed) return;
      const unasked = { kind: 'by itself', detail: `${reason}; its log is ${service.logFile}` };
      onEnd(current.cause ?? failpointIn(service.logFile) ?? unasked);
      await delay(pauseMs());
      if (!closed) start();
    });
  }
  // A number whose process is gone may be another's by now.
  const signalTo = (target, signal) => target.alive && signalGroup(target.service.pid, signal);
  /** `kind` is what its end is counted as. @returns false when nothing runs here now. */
  const end = (signal, kind) => {
    run.cause ??= { kind };
    return signalTo(run, signal);
  };
  start();

  return {
    origin,
    get pid() {
      return run.service.pid;
    },
    /** Resolves when the process that runs now takes work. @throws Problem when it ends before that. */
    ready: () => waitForHttp(`${origin}/health/ready`, run.service, { limitMs: READY_LIMIT_MS }),
    end,
    /** Ends the process in an orderly way, and resolves when the next one was started. One that does not end is a fault, and killed. */
    async replace() {
      const { promise: started } = next;
      const force = setTimeout(() => {
        onHang(`still runs ${ORDERLY_END_LIMIT_MS} ms after SIGTERM; its log is ${run.service.logFile}`);
        end('SIGKILL', 'SIGKILL');
      }, ORDERLY_END_LIMIT_MS);
      end('SIGTERM', 'replaced');
      await started;
      clearTimeout(force);
    },
    /** Stops the process where it stands for a while, as a host does that swaps or migrates; it may be killed meanwhile. */
    async freeze(forMs) {
      const frozen = run;
      if (!signalTo(frozen, 'SIGSTOP')) return false;
      await delay(forMs);
      signalTo(frozen, 'SIGCONT');
      return true;
    },
    async close() {
      closed = true;
      signalTo(run, 'SIGCONT');
      await run.service.stop();
    },
  };
}

function failpointIn(logFile) {
  const [, point] = readFileSync(logFile, 'utf8').match(DEATH) ?? [];
  return point && { kind: `failpoint ${point}` };
}
