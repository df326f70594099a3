import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@troupe/test-kit/database';
import { until } from '@troupe/test-kit/until';
import { openWorld, type World } from '@troupe/test-kit/world';
import { KeyMissing, KeyRing } from '../../../platform/crypto/key-ring.ts';
import { seal, unseal } from '../../../platform/crypto/seal.ts';
import { places } from './training.places.ts';

const FILES = 1_000;
const SCRIPT = join(import.meta.dirname, '../../../../../../scripts/keys-rotate.mjs');
const [OLD, NEW] = ['old', 'new'].map((name) => Buffer.alloc(32, `the ${name} key of this test`).toString('base64'));
const ringOf = (current: string | undefined, ...old: (string | undefined)[]): KeyRing => {
  const ring = KeyRing.of({ ENCRYPTION_KEY: current, ENCRYPTION_KEYS_OLD: old.filter((key) => key !== undefined) });
  if (ring === undefined) throw new Error('a ring needs a key');
  return ring;
};

/** The command as people start it. */
function rotate(databaseUrl: string): { child: ChildProcess; output: string[]; ended: Promise<unknown[]> } {
  const env = {
    PATH: process.env['PATH'] ?? '',
    DATABASE_URL: databaseUrl,
    ENCRYPTION_KEY: NEW,
    ENCRYPTION_KEYS_OLD: OLD,
  };
  const child = spawn(process.execPath, [SCRIPT], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  return { child, output, ended: once(child, 'exit') };
}

describe('npm run keys:rotate', () => {
  let database: TestDatabase;
  let world: World;
  let personaId: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    world = openWorld(database.url);
    ({ personaId } = await world.addCast());
    const old = ringOf(OLD);
    const index = old.newKey(places.indexKey(personaId));
    await world.query('INSERT INTO training_corpus (persona_id, key_id, wrapped_key) VALUES ($1, $2, $3)', [
      personaId,
      index.keyId,
      index.wrappedKey,
    ]);
    const ids = await world.query<{ id: string }>('SELECT uuidv7() AS id FROM generate_series(1, $1::int)', [FILES]);
    const files = ids.map(({ id }) => {
      const { key, wrappedKey } = old.newKey(places.fileKey(id, personaId));
      return { id, wrappedKey, about: seal(key, Buffer.from(`File ${id}`), places.about(id)) };
    });
    await world.query(
      `INSERT INTO training_file (id, persona_id, state, key_id, wrapped_key, about, size_bytes, received_bytes, passage_count)
       SELECT id, $1, 'ready', $2, wrapped, about, 1, 1, 1 FROM unnest($3::uuid[], $4::bytea[], $5::bytea[]) AS q(id, wrapped, about)`,
      [personaId, old.currentId, files.map(({ id }) => id), files.map((f) => f.wrappedKey), files.map((f) => f.about)],
    );
  });
  afterAll(async () => {
    await world.close();
    await database.drop();
  });

  const countOld = async (): Promise<number> => {
    const [row] = await world.query<{ count: number }>(
      `SELECT (SELECT count(*) FROM training_file WHERE key_id = $1)::int + (SELECT count(*) FROM training_corpus WHERE key_id = $1)::int AS count`,
      [ringOf(OLD).currentId],
    );
    return row?.count ?? 0;
  };
  /** Opens every file as the API would; throws for the first that doesn't. */
  const openAll = async (ring: KeyRing): Promise<number> => {
    const rows = await world.query<{ id: string; key_id: string; wrapped_key: Buffer; about: Buffer }>(
      'SELECT id, key_id, wrapped_key, about FROM training_file',
    );
    for (const { id, key_id: keyId, wrapped_key: wrappedKey, about } of rows) {
      const key = ring.unwrap({ keyId, wrappedKey }, places.fileKey(id, personaId));
      expect(unseal(key, about, places.about(id)).toString()).toBe(`File ${id}`);
    }
    return rows.length;
  };

  it('rewraps 1,000 files, killed in the middle and started again; then the old key can go', async () => {
    // It comes as far as this row, and not past it.
    const [held] = await world.query<{ id: string }>('SELECT id FROM training_file ORDER BY id OFFSET 500 LIMIT 1');
    const unlock = await world.lockRow('training_file', held?.id ?? '');
    const first = rotate(database.url);
    await until('two steps to be done', () => first.output.join('').includes('… 400'));
    first.child.kill('SIGKILL');
    await first.ended;
    // With it goes the statement that waits for the row.
    await world.query(
      `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    await unlock();
    expect(await countOld()).toBe(FILES + 1 - 400);
    // In between both keys are needed, and with both everything opens.
    expect(await openAll(ringOf(NEW, OLD))).toBe(FILES);
    await expect(openAll(ringOf(OLD))).rejects.toThrow(KeyMissing);
    await expect(openAll(ringOf(NEW))).rejects.toThrow(KeyMissing);

    const second = rotate(database.url);
    expect(await second.ended).toEqual([0, null]);
    expect(second.output.join('')).toContain('601 keys are wrapped by ENCRYPTION_KEY now');
    expect(second.output.join('')).toContain('Nothing needs ENCRYPTION_KEYS_OLD any more');
    expect(await countOld()).toBe(0);
    expect(await openAll(ringOf(NEW))).toBe(FILES);
  });

  it('says which key is missing, and leaves what it can’t open as it is', async () => {
    await world.query(
      `UPDATE training_file SET key_id = 'feedfeedfeedfeed' WHERE id IN (SELECT id FROM training_file LIMIT 3)`,
    );
    const run = rotate(database.url);
    expect(await run.ended).toEqual([1, null]);
    expect(run.output.join('')).toContain('3 can’t be opened: the key with the id feedfeedfeedfeed is missing');
  });
});
