import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Where everything that a start makes is kept: the database, secrets, logs. `npm run reset` deletes it. */
export const DATA_DIR = join(ROOT, '.data');

export const fromRoot = (...parts) => join(ROOT, ...parts);
