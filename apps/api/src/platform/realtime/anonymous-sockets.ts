import { LIMITS } from '@troupe/contracts/limits';

interface Connection {
  once(event: 'close', listener: () => void): unknown;
  close(discard: boolean): unknown;
}

/**
 * Connections that have not said yet whose they are, by address. Opening one costs a caller nothing and us a buffer, so an address has
 * few of them; whoever gives a good token leaves the count.
 */
export class AnonymousSockets {
  private readonly countByKey = new Map<string, number>();
  private readonly keyByConnection = new WeakMap<object, string>();

  /** Whether an address may open one more; asked before the connection is made, so that the refusal is an answer. */
  hasRoom(key: string): boolean {
    return (this.countByKey.get(key) ?? 0) < LIMITS.anonymousSocketsPerAddressMax;
  }

  /** Counts a connection until it is released, or closes it when others that came at the same moment took the last place. */
  admit(connection: Connection, key: string): void {
    if (!this.hasRoom(key)) {
      connection.close(true);
      return;
    }
    this.countByKey.set(key, (this.countByKey.get(key) ?? 0) + 1);
    this.keyByConnection.set(connection, key);
    connection.once('close', () => this.release(connection));
  }

  /** The connection said whose it is, or ended; a second call does nothing. */
  release(connection: object): void {
    const key = this.keyByConnection.get(connection);
    if (key === undefined) return;
    this.keyByConnection.delete(connection);
    const left = (this.countByKey.get(key) ?? 1) - 1;
    if (left > 0) this.countByKey.set(key, left);
    else this.countByKey.delete(key);
  }
}
