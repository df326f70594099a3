import { openDatabase } from '@troupe/database';
import { createTestDatabase } from '@troupe/test-kit/database';

describe('a connection that breaks while somebody holds it and asks nothing', () => {
  it('fails its next query, and neither ends the process nor comes back into the pool', async () => {
    const { url, drop } = await createTestDatabase();
    const database = openDatabase({ url, poolMax: 2, applicationName: 'test' }, () => undefined);
    const pidOf = ({ rows }: { rows: { pid: number }[] }): number | undefined => rows[0]?.pid;
    const PID = 'SELECT pg_backend_pid() AS pid';
    const held = await database.pool.connect();
    const pid = pidOf(await held.query<{ pid: number }>(PID));
    // Not events.once, which would listen for errors and so hide that nobody else does.
    const gone = new Promise<void>((resolve) => held.once('end', resolve));
    await database.pool.query('SELECT pg_terminate_backend($1)', [pid]);
    await gone;
    await expect(held.query(PID)).rejects.toThrow('not queryable');
    held.release();
    const later = await Promise.all([
      database.pool.query<{ pid: number }>(PID),
      database.pool.query<{ pid: number }>(PID),
    ]);
    expect(later.map(pidOf)).not.toContain(pid);
    await database.close();
    await drop();
  });
});
