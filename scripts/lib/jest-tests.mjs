import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot, ROOT } from './paths.mjs';
import { toolEnv } from './runtime.mjs';

/** Runs projects of jest.config.mjs and counts what they say. A file that cannot be loaded counts as one failure. */
export async function runJest(projects, { tally, folder, databaseUrl, signal }) {
  const outputFile = join(folder, `jest-${projects.join('-')}.json`);
  const selection = ['--selectProjects', ...projects, '--passWithNoTests'];
  const args = [fromRoot('node_modules/jest/bin/jest.js'), ...selection, '--json', `--outputFile=${outputFile}`];
  const env = toolEnv();
  // Jest runs ES modules in Node's vm, which still wants a flag for that, and says so each time.
  env.NODE_OPTIONS = [env.NODE_OPTIONS, '--experimental-vm-modules', '--disable-warning=ExperimentalWarning']
    .filter(Boolean)
    .join(' ');
  if (databaseUrl !== undefined) env.TEST_DATABASE_URL = databaseUrl;
  // With --json the results go to standard output as well; what people read goes to standard error.
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] });
  // Runners end by themselves at Ctrl-C; a signal that only we got is passed on.
  signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  tally.add(readResults(outputFile, code));
}

function readResults(outputFile, code) {
  if (!existsSync(outputFile)) return { failed: 1 };
  const results = JSON.parse(readFileSync(outputFile, 'utf8'));
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return {
    passed: results.numPassedTests,
    // Jest may fail as a whole, such as when a worker dies, without a test that did.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}
