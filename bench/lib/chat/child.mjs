import { fork } from 'node:child_process';
import { once } from 'node:events';

const START_TIMEOUT_MS = 30_000;

/** A server of the bench as a process of its own, which says `ready` and answers questions by message. */
export async function startChild(file, settings = {}) {
  const child = fork(new URL(file, import.meta.url), [], {
    execArgv: ['--expose-gc'],
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const signal = AbortSignal.timeout(START_TIMEOUT_MS);
  const [ready] = await Promise.race([
    once(child, 'message', { signal }),
    once(child, 'exit', { signal }).then(([code]) => Promise.reject(new Error(`${file} ended with ${code}`))),
  ]);
  return {
    ...ready,
    async ask(question) {
      child.send(question);
      return (await once(child, 'message'))[0];
    },
    async stop() {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** In the child: says that it is ready, and answers what is asked with what `answers` has for it. */
export function serveParent(ready, answers) {
  process.on('message', async (question) => process.send(await answers[question]()));
  process.on('disconnect', () => process.exit());
  process.send(ready);
}
