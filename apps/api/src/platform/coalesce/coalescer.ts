import { AppError } from '../errors/app-error.ts';

export interface CoalescerOptions<Member, Result> {
  /** Runs one batch and answers in the order of its members. It brings its own timeout and may be run again for the same members. */
  run: (members: readonly Member[]) => Promise<readonly Result[]>;
  /** Members of one key never share a batch and are never in two batches at once. */
  keyOf: (member: Member) => string;
  /** Members of one identity are the same request: all of them get the answer of the first. */
  identityOf: (member: Member) => string;
  /** Roughly how many bytes a member occupies while it waits. */
  bytesOf: (member: Member) => number;
  /** True for an error that one member's data caused: its batch is then run again member by member. */
  isMemberFault: (error: unknown) => boolean;
  limits: CoalescerLimits;
}

export interface CoalescerLimits {
  membersMax: number;
  bytesMax: number;
  /** Members that may wait; the next one is told `busy`. */
  waitingMax: number;
  waitingBytesMax: number;
  /** Longest that a member waits to be taken; then it is told `busy`. Nothing was written for it. */
  waitMaxMs: number;
  /** Batches on their way at the same time. */
  batchesMax: number;
}

interface Waiting<Member, Result> {
  member: Member;
  key: string;
  bytes: number;
  sinceMs: number;
  answer: PromiseWithResolvers<Result>;
}

const busy = (): AppError => new AppError('busy', 'Too much is going on at once: please try again in a moment');

/**
 * Sends calls that arrive while others are on their way together, as one batch. A lone call goes at once.
 * Order is kept for each key; a key that is under way lets others pass.
 */
export class Coalescer<Member, Result> {
  readonly #options: CoalescerOptions<Member, Result>;
  /** In the order of arrival; taken ones are removed batch by batch. */
  #waiting: Waiting<Member, Result>[] = [];
  #waitingBytes = 0;
  #batches = 0;
  readonly #keysUnderWay = new Set<string>();
  readonly #byIdentity = new Map<string, Promise<Result>>();
  #idle: PromiseWithResolvers<void> | undefined;

  constructor(options: CoalescerOptions<Member, Result>) {
    this.#options = options;
  }

  /** Rejects with `busy` when too many wait or this one waited too long, otherwise with what `run` threw. */
  submit(member: Member): Promise<Result> {
    const identity = this.#options.identityOf(member);
    const same = this.#byIdentity.get(identity);
    if (same !== undefined) return same;
    const bytes = this.#options.bytesOf(member);
    const { limits } = this.#options;
    if (this.#waiting.length >= limits.waitingMax || this.#waitingBytes + bytes > limits.waitingBytesMax) {
      return Promise.reject(busy());
    }
    const answer = Promise.withResolvers<Result>();
    const key = this.#options.keyOf(member);
    this.#waiting.push({ member, key, bytes, sinceMs: performance.now(), answer });
    this.#waitingBytes += bytes;
    const known = answer.promise.finally(() => this.#byIdentity.delete(identity));
    this.#byIdentity.set(identity, known);
    this.#pump();
    return known;
  }

  /** Members that wait or are on their way. */
  get pending(): number {
    return this.#byIdentity.size;
  }

  /** Resolves when nothing waits and nothing is on its way. */
  async drained(): Promise<void> {
    if (this.#waiting.length === 0 && this.#batches === 0) return;
    this.#idle ??= Promise.withResolvers<void>();
    await this.#idle.promise;
  }

  #pump(): void {
    while (this.#batches < this.#options.limits.batchesMax) {
      const batch = this.#take();
      if (batch.length === 0) break;
      this.#batches += 1;
      void this.#runBatch(batch).finally(() => {
        this.#batches -= 1;
        for (const { key } of batch) this.#keysUnderWay.delete(key);
        this.#pump();
      });
    }
    if (this.#waiting.length === 0 && this.#batches === 0) {
      this.#idle?.resolve();
      this.#idle = undefined;
    }
  }

  #take(): Waiting<Member, Result>[] {
    const { limits } = this.#options;
    const now = performance.now();
    const batch: Waiting<Member, Result>[] = [];
    const left: Waiting<Member, Result>[] = [];
    let bytes = 0;
    for (const [index, entry] of this.#waiting.entries()) {
      if (now - entry.sinceMs > limits.waitMaxMs) {
        this.#waitingBytes -= entry.bytes;
        entry.answer.reject(busy());
      } else if (batch.length === limits.membersMax || (batch.length > 0 && bytes + entry.bytes > limits.bytesMax)) {
        left.push(...this.#waiting.slice(index));
        break;
      } else if (this.#keysUnderWay.has(entry.key)) {
        left.push(entry);
      } else {
        this.#keysUnderWay.add(entry.key);
        this.#waitingBytes -= entry.bytes;
        bytes += entry.bytes;
        batch.push(entry);
      }
    }
    this.#waiting = left;
    return batch;
  }

  async #runBatch(batch: readonly Waiting<Member, Result>[]): Promise<void> {
    try {
      const results = await this.#options.run(batch.map((entry) => entry.member));
      if (results.length !== batch.length) throw new Error('a batch answered for another number of members');
      for (const [index, result] of results.entries()) batch[index]?.answer.resolve(result);
    } catch (error) {
      if (batch.length > 1 && this.#options.isMemberFault(error)) {
        for (const entry of batch) await this.#runBatch([entry]);
      } else {
        for (const entry of batch) entry.answer.reject(error);
      }
    }
  }
}
