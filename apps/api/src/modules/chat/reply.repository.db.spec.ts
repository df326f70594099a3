import { randomUUID } from 'node:crypto';
import { type Database, openDatabase } from '@troupe/database';
import { createTestDatabase, type TestDatabase } from '@troupe/test-kit/database';
import { openWorld, type World } from '@troupe/test-kit/world';
import { newId } from '../../platform/ids/ids.ts';
import { ReplyRepository } from './reply.repository.ts';

const LEASE_MS = 60_000;

describe('replies whose process died', () => {
  let testDatabase: TestDatabase;
  let world: World;
  let database: Database;
  let replies: ReplyRepository;
  let conversationId: string;
  let fanId: string;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    world = openWorld(testDatabase.url);
    database = openDatabase({ url: testDatabase.url, poolMax: 8, applicationName: 'test' }, (error) => {
      throw error;
    });
    replies = new ReplyRepository(database);
    const cast = await world.addCast();
    fanId = cast.creatorId;
    conversationId = randomUUID();
    await world.query("INSERT INTO conversation (id, fan_id, persona_id, fan_name) VALUES ($1, $2, $3, 'Ann')", [
      conversationId,
      fanId,
      cast.personaId,
    ]);
  });
  afterAll(async () => {
    await database.close();
    await world.close();
    await testDatabase.drop();
  });

  const addReply = async (content: string, leaseMs: number) => {
    const [id, leaseId] = [newId(), randomUUID()];
    await world.query(
      `WITH reply AS (
         INSERT INTO message (id, conversation_id, fan_id, role, status, content) VALUES ($1, $2, $3, 'assistant', 'queued', ''))
       INSERT INTO generation (reply_id, conversation_id, fan_id, content, lease_id, lease_until)
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(secs => $6::float8 / 1000))`,
      [id, conversationId, fanId, content, leaseId, leaseMs],
    );
    return { id, leaseId };
  };

  it('are taken over with the text that is saved then, and their old process can’t change it any more', async () => {
    const { id, leaseId } = await addReply('As it was read', -1_000);
    // The process was only slow: it saves once more before anybody takes over.
    expect(await replies.saveProgress(id, leaseId, 'As it is now', -500)).toEqual({
      stopRequested: false,
    });
    const sweeperId = randomUUID();
    expect(await replies.claimExpired(sweeperId, LEASE_MS, 10)).toEqual([
      { id, content: 'As it is now', stop_requested: false },
    ]);
    expect(await replies.saveProgress(id, leaseId, 'Too late', LEASE_MS)).toBeUndefined();
    const verdict = {
      status: 'done',
      refund: false,
      failureCode: 'generation_interrupted',
      undelivered: false,
    } as const;
    const end = { replyId: id, content: 'As it is now', verdict, usage: undefined };
    expect(await replies.settle({ ...end, leaseId })).toBeUndefined();
    expect(await replies.settle({ ...end, leaseId: sweeperId })).toMatchObject({ id, refunded: false });
  });

  it('are taken by one of many sweepers each, and left alone while their lease runs', async () => {
    const held = await addReply('', LEASE_MS);
    const orphans = await Promise.all(Array.from({ length: 20 }, () => addReply('', -1_000)));
    const claims = await Promise.all(Array.from({ length: 6 }, () => replies.claimExpired(randomUUID(), LEASE_MS, 5)));
    const rest = await replies.claimExpired(randomUUID(), LEASE_MS, 100);
    const taken = [...claims.flat(), ...rest].map((orphan) => orphan.id);
    expect(taken.toSorted()).toEqual(orphans.map((orphan) => orphan.id).toSorted());
    expect(taken).not.toContain(held.id);
  });
});
