import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type House, openHouse } from './support/boot.ts';

const VERIFY_COMMAND = join(import.meta.dirname, '../../../scripts/ledger-verify.mjs');

describe('npm run ledger:verify', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => house.close());

  const run = (databaseUrl?: string) => {
    const { DATABASE_URL: _, ...inherited } = process.env;
    const env = databaseUrl === undefined ? inherited : { ...inherited, DATABASE_URL: databaseUrl };
    const { status, stdout, stderr } = spawnSync(process.execPath, [VERIFY_COMMAND], {
      env,
      encoding: 'utf8',
      timeout: 30_000,
    });
    return { status, output: `${stdout}${stderr}` };
  };

  it('ends with 0 when the books are right, and with 1 and the row at fault when they are not', async () => {
    const fan = await house.register();
    expect(run(house.databaseUrl)).toMatchObject({ status: 0, output: expect.stringContaining('The books are right') });
    await house.world.query('UPDATE wallet SET coins = coins + 1 WHERE owner_id = $1', [fan.userId]);
    const found = run(house.databaseUrl);
    expect(found).toMatchObject({ status: 1, output: expect.stringContaining('wallet differs from its transfers') });
  });

  it('without a DATABASE_URL reads the embedded database, or says that there is none', () => {
    expect(run().output).toMatch(/There is no database to check|Checked \d+ transfers/);
  });
});
