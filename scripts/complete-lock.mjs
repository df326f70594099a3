/**
 * Completes package-lock.json after an `npm install` that could not see the packages of other platforms.
 *
 *   node scripts/complete-lock.mjs            adds what is missing
 *   node scripts/complete-lock.mjs --check    fails when something is
 *
 * Native packages come in one part for each platform. npm leaves parts that its registry or mirror does not carry out
 * of the lock file, and then refuses to install from it anywhere (`npm ci`: "Missing … from lock file"). Each such
 * part is named by the package that wants it with an exact version, so its entry can be written from that.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fromRoot } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';

const LOCK_FILE = fromRoot('package-lock.json');
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

await runMain(() => {
  const lock = JSON.parse(readFileSync(LOCK_FILE, 'utf8'));
  const missing = missingParts(lock.packages);
  if (missing.length === 0) return;
  if (process.argv.includes('--check')) {
    const names = missing.map(({ name }) => name);
    throw new Problem(
      `package-lock.json lacks packages of other platforms: ${names.slice(0, 5).join(', ')} and so on.`,
      'npm ci fails with it. Complete it: node scripts/complete-lock.mjs',
    );
  }
  for (const part of missing) lock.packages[`node_modules/${part.name}`] = entryOf(part);
  const [root, ...others] = Object.entries(lock.packages);
  lock.packages = Object.fromEntries([root, ...others.sort(([a], [b]) => a.localeCompare(b, 'en'))]);
  writeFileSync(LOCK_FILE, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`Added ${missing.length} packages of other platforms to package-lock.json.`);
});

function missingParts(packages) {
  const found = new Map();
  for (const [path, owner] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
      if (!isReachable(packages, path, name)) found.set(name, { name, version, dev: owner.dev });
    }
  }
  return [...found.values()];
}

/** A package finds another in its own node_modules or in those of the folders above it. */
function isReachable(packages, path, name) {
  const folders = path.split('/node_modules/');
  for (let depth = folders.length; depth >= 0; depth -= 1) {
    const base = folders.slice(0, depth).join('/node_modules/');
    if (packages[`${base === '' ? '' : `${base}/`}node_modules/${name}`] !== undefined) return true;
  }
  return false;
}

function entryOf({ name, version, dev }) {
  if (!/^\d+\.\d+\.\d+[\w.-]*$/.test(version)) {
    throw new Problem(`${name} is wanted in no exact version (${version}).`, 'Install it once where it exists.');
  }
  const words = name.split('/').at(-1).split('-');
  const pick = (known) => known.filter((word) => words.includes(word)).slice(0, 1);
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : ['glibc'];
  const os = pick(SYSTEMS);
  return {
    version,
    cpu: pick(PROCESSORS),
    ...(dev ? { dev: true } : {}),
    ...(os.includes('linux') ? { libc } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  };
}
