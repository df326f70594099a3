import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readOrCreateSecrets } from '../../packages/database/src/embedded-postgres.ts';
import { Problem } from './problem.mjs';

const GENERATORS = {
  JWT_SECRET: () => randomBytes(48).toString('base64url'),
  NEXTAUTH_SECRET: () => randomBytes(48).toString('base64url'),
  ENCRYPTION_KEY: () => randomBytes(32).toString('base64'),
  INTERNAL_TOKEN: () => randomBytes(32).toString('base64url'),
  SANDBOX_WEBHOOK_SECRET: () => randomBytes(32).toString('base64url'),
};

/** Secrets that production must bring along; the sandbox of payments does not exist there. */
const REQUIRED_IN_PRODUCTION = ['JWT_SECRET', 'NEXTAUTH_SECRET', 'INTERNAL_TOKEN', 'ENCRYPTION_KEY'];

/**
 * The secrets that the environment lacks, from `secrets.json` of the data folder, where new ones are kept (mode 600).
 * @throws Problem in production, where nothing is made up.
 */
export function missingSecrets({ env, dataDir, production }) {
  const missing = Object.keys(GENERATORS).filter((name) => !env[name]);
  if (production) {
    const needed = missing.filter((name) => REQUIRED_IN_PRODUCTION.includes(name));
    if (needed.length === 0) return {};
    throw new Problem(
      `NODE_ENV is production, and ${needed.join(', ')} ${needed.length === 1 ? 'is' : 'are'} not set.`,
      'Set them in the environment or in .env; .env.example says how each is made.',
    );
  }
  const wanted = Object.fromEntries(missing.map((name) => [name, GENERATORS[name]]));
  return readOrCreateSecrets(join(dataDir, 'secrets.json'), wanted).secrets;
}
