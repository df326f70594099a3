import { mkdirSync } from 'node:fs';
import { DEMO_LOGINS, DEMO_PASSWORD } from '../demo-logins.mjs';
import { buildOutdated } from './build.mjs';
import { generatePrismaClient } from './generate.mjs';
import { Interrupted, listenForInterruption } from './interruption.mjs';
import { DATA_DIR } from './paths.mjs';
import { Problem } from './problem.mjs';
import { createProgress } from './progress.mjs';
import { createRunningNote } from './running.mjs';
import { signalGroup } from './service.mjs';
import { internalApiUrl, readSettings } from './settings.mjs';
import { startStack } from './stack.mjs';

/** `npm start` and `npm run dev`, once the dependencies are there and Node is the right one. */
export async function main(args) {
  const dev = args.includes('--dev');
  const unknown = args.find((arg) => arg !== '--dev');
  if (unknown !== undefined) {
    throw new Problem(`npm start takes no "${unknown}".`, 'Settings go into .env: .env.example has them all.');
  }
  const startedAt = performance.now();
  let services = [];
  const interruption = listenForInterruption(() => process.exit(130));
  // Whatever ends this program in disorder must not leave the others running.
  process.once('exit', () => {
    for (const { pid } of services) signalGroup(pid, 'SIGKILL');
  });
  // Whoever stops reading along, as `npm start | head` does, does not want the product to stop.
  for (const out of [process.stdout, process.stderr]) out.on('error', ignoreBrokenPipe);
  mkdirSync(DATA_DIR, { recursive: true });
  const note = createRunningNote(DATA_DIR);
  const progress = createProgress();
  const settings = readSettings();
  const orphans = await note.claim();
  note.write({ services });
  let stack;
  try {
    if (orphans > 0) console.log(`  ✓ Ended ${orphans} services of an earlier start that was killed`);
    await prepare(progress, interruption, dev, internalApiUrl(settings.env, settings.ports));
    stack = await startStack({
      ...settings,
      dev,
      progress,
      dataDir: DATA_DIR,
      seed: !settings.production,
      signal: interruption.signal,
      onService: (now) => {
        services = now;
        note.write({ services });
      },
    });
    note.write({ services, url: stack.urls.web });
    welcome(stack.urls, settings, startedAt);
    const failure = await Promise.race([interruption.asked, stack.failed]);
    if (failure !== undefined) throw failure;
    console.log('\nStopping …');
  } catch (error) {
    if (!(error instanceof Interrupted) && !interruption.signal.aborted) throw error;
  } finally {
    await stack?.stop();
    note.clear();
  }
  // A request that is still open must not delay the end.
  process.exit(0);
}

function ignoreBrokenPipe(error) {
  if (error.code !== 'EPIPE') throw error;
}

async function prepare(progress, interruption, dev, apiUrl) {
  await progress.step('Prisma client', () => (generatePrismaClient() ? 'generated' : null));
  interruption.signal.throwIfAborted();
  // In development Next compiles by itself, and the API needs its first build.
  await buildOutdated({ apiUrl, progress, signal: interruption.signal, ...(dev ? { only: ['@troupe/api'] } : {}) });
}

function welcome(urls, { production }, startedAt) {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`\nTroupe is running: ${urls.web}   (ready in ${seconds} s)`);
  if (!production) {
    console.log(`\n  Sign in as         with the password ${DEMO_PASSWORD}`);
    for (const { role, email } of DEMO_LOGINS) console.log(`    ${role.padEnd(8)} ${email}`);
    console.log(`\n  API                ${urls.api}`);
  }
  console.log('\nCtrl-C stops everything.');
}
