import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ROOT } from './paths.mjs';

/** Made by a build or an install, so they cannot be its input. */
const OUTPUT_FOLDERS = new Set(['node_modules', 'dist', '.next', '.nx', '.data', 'test-results']);

/** Written by Next and TypeScript among the sources. */
const isGenerated = (name) => name === 'next-env.d.ts' || name.endsWith('.tsbuildinfo');

/** A hash over names and contents of files and whole folders; what does not exist counts as such. */
export function hashOf(paths, salt = '') {
  const hash = createHash('sha256').update(salt);
  for (const file of paths.flatMap(filesUnder).sort()) {
    hash.update(`\0${relative(ROOT, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Whether a stamp written earlier says that nothing changed since. */
export function isStamped(stampFile, hash) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash;
}

/** Notes that the result beside this file belongs to these inputs. */
export function stamp(stampFile, hash) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, hash);
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (OUTPUT_FOLDERS.has(entry.name)) return [];
    const child = join(path, entry.name);
    if (entry.isDirectory()) return filesUnder(child);
    return entry.isFile() && !isGenerated(entry.name) ? [child] : [];
  });
}
