import { until } from '@troupe/test-kit/until';
import { faultsIn } from './support/books.ts';
import { type House, openHouse } from './support/boot.ts';
import { enter, sayPaid } from './support/chat.ts';

describe('replies that lost their process', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse({ REPLY_LEASE_MS: '60000', SWEEP_INTERVAL_MS: '100', LLM_FIRST_TOKEN_TIMEOUT_MS: '60000' });
    house.llm.script({ kind: 'hang' });
  });
  afterAll(async () => house.close());

  it('are settled also when the one that waits longest cannot be', async () => {
    const { personaId } = await house.world.addCast();
    const fans = await Promise.all([1, 2, 3].map(async () => house.register()));
    const scenes = await Promise.all(fans.map(async (fan) => enter(fan, personaId)));
    const [stuck = '', ...others] = await Promise.all(
      scenes.map(async (scene) => (await sayPaid(scene, 'Hello?')).replyId),
    );
    await house.world.query(`
      CREATE FUNCTION refuse_to_end() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'not this one'; END $$;
      CREATE TRIGGER refuse_to_end BEFORE UPDATE OF status ON message FOR EACH ROW WHEN (OLD.id = '${stuck}') EXECUTE FUNCTION refuse_to_end()`);
    // The one that refuses comes first.
    const loseLeases = async () =>
      house.world.query(
        `UPDATE generation SET lease_id = gen_random_uuid(), lease_until = now() - CASE WHEN reply_id = $1 THEN interval '1 hour' ELSE interval '1 minute' END`,
        [stuck],
      );
    await loseLeases();
    await until('the others to be settled', async () => {
      const rows = await house.world.query('SELECT 1 FROM message WHERE id = ANY ($1) AND refunded', [others]);
      return rows.length === others.length;
    });
    await house.world.query('DROP TRIGGER refuse_to_end ON message');
    await loseLeases();
    await until('the last one to be settled', async () => {
      const [row] = await house.world.query<{ refunded: boolean }>('SELECT refunded FROM message WHERE id = $1', [
        stuck,
      ]);
      return row?.refunded;
    });
    expect(await faultsIn(house.world)).toEqual([]);
  });
});
