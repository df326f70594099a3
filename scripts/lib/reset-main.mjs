import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { DATA_DIR, fromRoot } from './paths.mjs';
import { Problem } from './problem.mjs';

const DESCRIPTIONS = {
  postgres: 'the database, with everything in it',
  media: 'portraits and uploads',
  'secrets.json': 'generated secrets: everybody is signed out',
  logs: 'logs',
};

/** Asks, stops whatever runs, deletes. Works without dependencies too: then nothing can be running. */
export async function main(args) {
  if (!existsSync(DATA_DIR)) return console.log('There is nothing to reset: .data does not exist.');
  console.log(`This deletes ${DATA_DIR}:`);
  for (const name of readdirSync(DATA_DIR).filter((entry) => entry in DESCRIPTIONS)) {
    console.log(`  ${name.padEnd(13)} ${DESCRIPTIONS[name]} (${megabytes(join(DATA_DIR, name))} MB)`);
  }
  if (!(await agreed(args))) return console.log('Nothing was deleted.');

  if (existsSync(fromRoot('node_modules/pg'))) await stopEverything();
  rmSync(DATA_DIR, { recursive: true, force: true });
  console.log('Done. npm start makes everything anew.');
}

async function agreed(args) {
  if (args.includes('--yes')) return true;
  if (!process.stdin.isTTY) {
    throw new Problem('Nothing was deleted: there is nobody to ask.', 'Say it outright: npm run reset -- --yes');
  }
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question('Type yes to go on: ');
  prompt.close();
  return answer.trim().toLowerCase() === 'yes';
}

async function stopEverything() {
  const { createRunningNote } = await import('./running.mjs');
  const { deleteEmbeddedPostgres } = await import('../../packages/database/src/embedded-postgres.ts');
  const note = createRunningNote(DATA_DIR);
  if (await note.stopLauncher()) console.log('Stopped Troupe.');
  await note.claim();
  await deleteEmbeddedPostgres(join(DATA_DIR, 'postgres'));
}

function megabytes(path) {
  return Math.ceil(bytesOf(path) / 1e6);
}

function bytesOf(path) {
  const { size } = statSync(path);
  if (!statSync(path).isDirectory()) return size;
  return readdirSync(path).reduce((sum, name) => {
    // A running server comes and goes with files.
    return sum + (existsSync(join(path, name)) ? bytesOf(join(path, name)) : 0);
  }, 0);
}
