import type { Prisma, PrismaClient } from './generated/client.ts';

/** An open transaction. Repositories take a `Pick` of it, so that touching another module's table does not compile. */
export type Tx = Prisma.TransactionClient;

const MAX_WAIT_MS = 5_000;
const TIMEOUT_MS = 10_000;

/**
 * The only place that opens an interactive transaction. Never wait for the network inside `work`.
 * The message path does not come here: it is one statement.
 */
export class UnitOfWork {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Runs `work` in one READ COMMITTED transaction; commits when it returns, rolls back when it throws. */
  async run<Result>(name: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    try {
      return await this.#prisma.$transaction(work, { maxWait: MAX_WAIT_MS, timeout: TIMEOUT_MS });
    } catch (error) {
      if (isOfDatabase(error)) error.message = `${name}: ${error.message}`;
      throw error;
    }
  }
}

/** Others are worded for people, who know nothing of transactions. */
const isOfDatabase = (error: unknown): error is Error =>
  error instanceof Error && /^(?:PrismaClient|DriverAdapter)/.test(error.name);
