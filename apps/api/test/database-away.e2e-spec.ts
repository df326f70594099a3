import type { Actor } from '@troupe/test-kit/actors';
import { until } from '@troupe/test-kit/until';
import type { Cast } from '@troupe/test-kit/world';
import { faultsIn } from './support/books.ts';
import { type House, openHouse } from './support/boot.ts';
import { enter, say } from './support/chat.ts';

describe('when the database drops a connection in the middle of a statement', () => {
  let house: House;
  let cast: Cast;
  let fan: Actor;

  beforeAll(async () => {
    house = await openHouse();
    cast = await house.world.addCast();
    fan = await house.register();
  });
  afterAll(async () => house.close());

  /** Holds a table until somebody waits for it, drops whoever does, and lets go. */
  const dropWhoeverReads = async (table: string, asked: Promise<unknown>) => {
    const holding = house.world.query(
      `DO $$ BEGIN LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE; PERFORM pg_sleep(2); END $$`,
    );
    await until('somebody to be dropped', async () => {
      const dropped = await house.world.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'troupe-api' AND wait_event_type = 'Lock'`,
      );
      return dropped.length > 0;
    });
    await Promise.allSettled([asked, holding]);
  };
  const held = async (table: string) => {
    const [row] = await house.world.query<{ held: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_locks WHERE relation = '${table}'::regclass AND mode = 'AccessExclusiveLock' AND granted) AS held`,
    );
    return row?.held;
  };

  it('HTTP answers all the same: the read is sent again', async () => {
    expect(await held('persona')).toBe(false);
    const asked = until('the table to be held', () => held('persona')).then(() =>
      fan.api.chat.createConversation(cast.personaId),
    );
    await dropWhoeverReads('persona', asked);
    await expect(asked).resolves.toMatchObject({ persona: { id: cast.personaId } });
  });

  it('the socket takes the message all the same, and charges it once', async () => {
    const scene = await enter(fan, cast.personaId);
    const asked = until('the table to be held', () => held('persona')).then(() => say(scene, 'Hello?'));
    await dropWhoeverReads('persona', asked);
    expect(await asked).toMatchObject({ ok: true });
    expect(await house.world.query('SELECT 1 FROM message WHERE client_message_id IS NOT NULL')).toHaveLength(1);
    expect(await faultsIn(house.world)).toEqual([]);
  });
});
