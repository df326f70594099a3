import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnv } from '../config/env.ts';

const COMPOSE = readFileSync(join(import.meta.dirname, '../../../../../docker-compose.yml'), 'utf8');

describe('docker-compose.yml', () => {
  it('gives the API longer to stop than its replies get to finish and to be settled', () => {
    const env = readEnv({
      DATABASE_URL: 'postgres://localhost/troupe',
      JWT_SECRET: 'x'.repeat(32),
      SANDBOX_WEBHOOK_SECRET: 'x'.repeat(32),
    });
    const api = /\n {2}api:\n(?: {4}.*\n|\n)+/.exec(COMPOSE)?.[0] ?? '';
    const seconds = Number(/stop_grace_period: (\d+)s/.exec(api)?.[1]);
    expect(seconds * 1000).toBeGreaterThanOrEqual(env.SHUTDOWN_GRACE_MS + 15_000);
  });
});
