import type { Database } from '@troupe/database';

/** Probes come every few seconds; whoever asks more often gets what was found a moment ago. */
const BELIEVED_MS = 1_000;

/** Whether the database answers. Asked of it at most once in a while, because the route that tells is open and unlimited. */
export class DatabaseReach {
  private found: { answer: Promise<boolean>; atMs: number } | undefined;

  constructor(
    private readonly database: Pick<Database, 'isReachable'>,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  async isReachable(): Promise<boolean> {
    const nowMs = this.nowMs();
    if (this.found === undefined || nowMs - this.found.atMs > BELIEVED_MS) {
      this.found = { answer: this.database.isReachable(), atMs: nowMs };
    }
    return this.found.answer;
  }
}
