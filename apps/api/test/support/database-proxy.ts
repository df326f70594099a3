import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A wire to Postgres that can be cut. */
export interface DatabaseProxy {
  /** The database's URL through this wire. */
  url: string;
  /** The next answer to the named prepared statement never arrives: the statement is carried out, then its connection breaks. */
  swallowAnswerTo(statement: string): void;
  /** Answers that were swallowed so far. */
  readonly swallowed: number;
  /** The connection breaks before the named statement reaches the server, this many times. */
  breakBefore(statement: string, times: number): void;
  /** Breaks all connections and refuses new ones, until `restore`. */
  cut(): void;
  restore(): void;
  close(): Promise<void>;
}

export async function startDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  let isDown = false;
  let wanted: string | undefined;
  let swallowed = 0;
  let broken: { statement: string; times: number } | undefined;
  const server = createServer((client) => {
    if (isDown) {
      client.destroy();
      return;
    }
    const upstream = connect(Number(target.port), target.hostname);
    let isArmed = false;
    const end = (): void => {
      client.destroy();
      upstream.destroy();
      open.delete(client);
    };
    open.add(client);
    client.on('data', (data) => {
      if (broken !== undefined && broken.times > 0 && data.includes(`${broken.statement}\0`)) {
        broken.times -= 1;
        end();
        return;
      }
      // Names of prepared statements end with a NUL on the wire.
      if (wanted !== undefined && data.includes(`${wanted}\0`)) {
        isArmed = true;
        wanted = undefined;
      }
      upstream.write(data);
    });
    upstream.on('data', (data) => {
      if (!isArmed) {
        client.write(data);
        return;
      }
      swallowed += 1;
      end();
    });
    for (const socket of [client, upstream]) socket.on('error', end).on('close', end);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    swallowAnswerTo(statement) {
      wanted = statement;
    },
    get swallowed() {
      return swallowed;
    },
    breakBefore(statement, times) {
      broken = { statement, times };
    },
    cut() {
      isDown = true;
      for (const client of open) client.destroy();
    },
    restore() {
      isDown = false;
    },
    async close() {
      for (const client of open) client.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
