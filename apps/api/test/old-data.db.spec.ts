import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateDeploy } from '@troupe/database/migrate';
import { createEmptyDatabase, type TestDatabase } from '@troupe/test-kit/database';
import { openWorld, type World } from '@troupe/test-kit/world';
import { v7 } from 'uuid';
import { faultsIn } from './support/books.ts';

const PRISMA = join(import.meta.dirname, '../../../prisma');
/** The last migration of the release before messages came into partitions. */
const EARLIER_RELEASE = '20261121000420_replies_stay';

describe('a database of the release before', () => {
  let database: TestDatabase;
  let world: World;
  let folder: string;
  const [fanId, creatorId, personaId, conversationId] = Array.from({ length: 4 }, () => v7()) as [
    string,
    string,
    string,
    string,
  ];
  /** Demo data of that release had ids that are no times. */
  const greetingId = 'f0000000-0000-4000-8000-000000000001';
  const ids = { said: v7(), reply: v7(), running: v7(), runningReply: v7(), preview: v7(), previewReply: v7() };
  const previewClientId = randomUUID();

  beforeAll(async () => {
    database = await createEmptyDatabase();
    folder = mkdtempSync(join(tmpdir(), 'troupe-test-migrations-'));
    cpSync(join(PRISMA, 'schema'), join(folder, 'schema'), { recursive: true });
    for (const name of readdirSync(join(PRISMA, 'migrations'))) {
      if (name <= EARLIER_RELEASE)
        cpSync(join(PRISMA, 'migrations', name), join(folder, 'migrations', name), { recursive: true });
    }
    await migrateDeploy(database.url, { schemaDir: join(folder, 'schema'), migrationsDir: join(folder, 'migrations') });
    world = openWorld(database.url);
    await fill();
    await migrateDeploy(database.url);
  });
  afterAll(async () => {
    await world.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const fill = async () => {
    for (const id of [fanId, creatorId]) {
      await world.query(
        `INSERT INTO app_user (id, email, name, roles) VALUES ($1::uuid, $1::uuid || '@old.local', 'Old', '{fan}')`,
        [id],
      );
      await world.query('INSERT INTO wallet (owner_id) VALUES ($1)', [id]);
    }
    await world.query("INSERT INTO creator (user_id, handle, display_name) VALUES ($1, 'old', 'Old')", [creatorId]);
    await world.query(
      `INSERT INTO persona (id, slug, creator_id, status, name, hook, description, tags, price_microcoins, hue_degrees, portrait_key, personality, greeting, published_at)
       VALUES ($1, 'old', $2, 'published', 'Old', '.', '.', '{}', 2000000, 1, 'x', '.', '.', now())`,
      [personaId, creatorId],
    );
    await world.query(
      `SELECT p.outcome FROM wallet w, LATERAL ledger_post(1, gen_random_uuid(), 0, ARRAY[34]::bigint[], ARRAY[w.id * 32 + 2]::bigint[], ARRAY[30000000]::bigint[], ARRAY[20]::smallint[]) p
       WHERE w.owner_id = $1`,
      [fanId],
    );
    await world.query(
      "INSERT INTO conversation (id, fan_id, persona_id, fan_name, leaf_id) VALUES ($1, $2, $3, 'Old', $4)",
      [conversationId, fanId, personaId, ids.runningReply],
    );
    const message = (id: string, parent: string | null, role: string, rest: Record<string, unknown>) => {
      const row = {
        id,
        conversation_id: conversationId,
        fan_id: fanId,
        parent_id: parent,
        role,
        status: 'done',
        content: id,
        ...rest,
      };
      const columns = Object.keys(row);
      return world.query(
        `INSERT INTO message (${columns.join()}, finished_at) VALUES (${columns.map((_, n) => `$${n + 1}`).join()}, ${row.status === 'streaming' ? 'NULL' : 'now()'})`,
        Object.values(row),
      );
    };
    const charge = async () => {
      const [row] = await world.query<{ journal: string }>(
        'SELECT journal::text FROM ledger_charge(ARRAY[$1::uuid], ARRAY[gen_random_uuid()], ARRAY[1::bigint], ARRAY[$2::uuid], ARRAY[2000000::bigint], 70)',
        [fanId, creatorId],
      );
      return row?.journal;
    };
    const [first, second] = [await charge(), await charge()];
    await message(greetingId, null, 'assistant', {});
    await message(ids.said, greetingId, 'user', { journal_id: first, client_message_id: randomUUID() });
    await message(ids.reply, ids.said, 'assistant', { journal_id: first, charged_microcoins: 2_000_000 });
    await message(ids.preview, ids.reply, 'user', { client_message_id: previewClientId });
    await message(ids.previewReply, ids.preview, 'assistant', {});
    await message(ids.running, ids.previewReply, 'user', { journal_id: second, client_message_id: randomUUID() });
    await message(ids.runningReply, ids.running, 'assistant', {
      status: 'streaming',
      content: 'So far',
      journal_id: second,
      charged_microcoins: 2_000_000,
      lease_id: v7(),
      lease_until: new Date(Date.now() - 60_000),
      stop_requested: true,
    });
  };

  it('keeps every message in its place, and what was running is a job with its text', async () => {
    const rows = await world.query('SELECT id, parent_id, status, content FROM message WHERE conversation_id = $1', [
      conversationId,
    ]);
    const order = [greetingId, ids.said, ids.reply, ids.preview, ids.previewReply, ids.running, ids.runningReply];
    const expected = order.map((id, at) => ({
      id,
      parent_id: at === 0 ? null : order[at - 1],
      status: id === ids.runningReply ? 'queued' : 'done',
      content: id === ids.runningReply ? '' : id,
    }));
    expect(rows).toHaveLength(expected.length);
    expect(rows).toEqual(expect.arrayContaining(expected));
    expect(
      await world.query('SELECT reply_id, content, stop_requested, lease_until < now() AS expired FROM generation'),
    ).toEqual([{ reply_id: ids.runningReply, content: 'So far', stop_requested: true, expired: true }]);
  });

  it('still knows the retries and the counts of what was free', async () => {
    expect(await world.query('SELECT client_message_id, reply_id FROM free_exchange')).toEqual([
      { client_message_id: previewClientId, reply_id: ids.previewReply },
    ]);
    expect(
      await world.query('SELECT previews, stop_refunds, alternatives FROM chat_day WHERE fan_id = $1', [fanId]),
    ).toEqual([{ previews: 1, stop_refunds: 0, alternatives: 0 }]);
  });

  it('has its creators and personas in the studio, as they were', async () => {
    expect(
      await world.query(
        'SELECT category, looks, sliders, system_prompt, post_history, voice, deleted_at, lorebook_key, card_key FROM persona WHERE id = $1',
        [personaId],
      ),
    ).toEqual([
      {
        ...{
          category: 'other',
          looks: '',
          sliders: {},
          system_prompt: '',
          post_history: '',
          voice: {},
          deleted_at: null,
        },
        ...{ lorebook_key: null, card_key: null },
      },
    ]);
    expect(await world.query('SELECT links, picture_key, terms_version FROM creator')).toEqual([
      { links: [], picture_key: null, terms_version: null },
    ]);
    const revise = (change: string) =>
      world.query<{ revision: number }>(`UPDATE persona SET ${change} WHERE id = $1 RETURNING revision`, [personaId]);
    const [first] = await revise("looks = 'Grey.'");
    // A change of columns of both times counts once.
    expect(await revise("looks = '', hook = 'New.'")).toEqual([{ revision: (first?.revision ?? 0) + 1 }]);
  });

  it('has clean books, and ends what was running by today’s way', async () => {
    expect(await faultsIn(world)).toEqual([]);
    const settled = await world.query(
      `SELECT s.charged_microcoins::text AS charged, s.refunded FROM generation g,
         chat_settle(g.reply_id, g.lease_id, 'stopped', g.content, false, 'stopped_by_fan', NULL, 2, true, 20, false) s`,
    );
    expect(settled).toEqual([{ charged: '2000000', refunded: false }]);
    expect(await faultsIn(world)).toEqual([]);
  });
});
