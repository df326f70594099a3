import { existsSync } from 'node:fs';
import { hashOf, isStamped, stamp } from './hashes.mjs';
import { runToLog } from './logged-run.mjs';
import { fromRoot, ROOT } from './paths.mjs';
import { Problem } from './problem.mjs';
import { toolEnv } from './runtime.mjs';

const EVERYBODY = ['package-lock.json', 'tsconfig.base.json', 'nx.json'];

/** What is built, from what, and the file that proves it. Packages are source, so the API's own files are its input. */
const APPS = [
  { project: '@troupe/api', name: 'API', inputs: ['apps/api'], output: 'apps/api/dist', proof: 'main.js' },
  {
    project: '@troupe/web',
    name: 'web app',
    inputs: ['apps/web', 'packages/contracts', 'packages/api-client'],
    output: 'apps/web/.next',
    proof: 'BUILD_ID',
    // Next writes the targets of its rewrites into the build, so another API needs another one.
    knowsApiUrl: true,
  },
];

/**
 * Builds the apps whose sources changed since their last build.
 * @param options.apiUrl where the web server reaches the API.
 * @param options.only names of projects; all when left out.
 * @throws Problem with the end of the log when one does not build.
 */
export async function buildOutdated({ apiUrl, only, progress, signal }) {
  const apps = outdatedApps({ apiUrl, only });
  if (apps.length === 0) return;
  const names = apps.map(({ name }) => name).join(' and ');
  await progress.step(`Built the ${names}`, () => buildApps(apps, { apiUrl, signal }));
  signal?.throwIfAborted();
}

function outdatedApps({ apiUrl, only = APPS.map(({ project }) => project) }) {
  return APPS.filter(({ project }) => only.includes(project))
    .map((app) => {
      const paths = [...EVERYBODY, ...app.inputs].map((path) => fromRoot(path));
      return { ...app, hash: hashOf(paths, app.knowsApiUrl ? apiUrl : '') };
    })
    .filter(({ hash, output, proof }) => {
      return !existsSync(fromRoot(output, proof)) || !isStamped(fromRoot(output, '.source-hash'), hash);
    });
}

async function buildApps(apps, { apiUrl, signal }) {
  const projects = apps.map(({ project }) => project).join(',');
  const args = [fromRoot('node_modules/nx/dist/bin/nx.js'), 'run-many', '-t', 'build', '--projects', projects];
  const { code, tail } = await runToLog('build', process.execPath, [...args, '--outputStyle=static'], {
    cwd: ROOT,
    env: buildEnv(apiUrl),
    signal,
    tailLines: 50,
  });
  if (signal?.aborted) return;
  if (code !== 0) {
    throw new Problem(`The build failed. The end of its log:\n\n${tail}\n`, 'The whole log is .data/logs/build.log.');
  }
  for (const { output, hash } of apps) stamp(fromRoot(output, '.source-hash'), hash);
}

/**
 * A build must not know the addresses that the browser uses, or it would have to be repeated when one changes: the web
 * app reads them when it runs.
 */
function buildEnv(apiUrl) {
  // What it prints goes to a file, and its end to whoever has to read why it failed.
  const env = { ...toolEnv(), API_INTERNAL_URL: apiUrl, NO_COLOR: '1', FORCE_COLOR: '0' };
  for (const name of Object.keys(env)) if (name.startsWith('NEXT_PUBLIC_')) delete env[name];
  // `next build` insists on production, whatever the environment says.
  delete env.NODE_ENV;
  return env;
}
