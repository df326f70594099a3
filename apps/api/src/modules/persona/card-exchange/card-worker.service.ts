import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { AppError } from '../../../platform/errors/app-error.ts';
import { Turnstile } from '../../../platform/jobs/turnstile.ts';
import { CardFault } from '../cards/card-fault.ts';
import type { CardResult, ReadResult, ReadTask, WriteTask } from './card-task.ts';

/** The worst file that is taken needs some 200 MB for a second: one at a time. */
const AT_ONCE_MAX = 1;
const WAITING_MAX = 8;
const HEAP_MAX_MB = 384;
/** The worst file takes a second; this is for a machine with other things to do. */
const TASK_TIMEOUT_MS = 20_000;
/** Then the thread ends, and its memory goes back: cards are rare. */
const IDLE_MS = 30_000;
/** Compiled, this file and its neighbour have the other ending. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './card.worker.ts' : './card.worker.js', import.meta.url);

/**
 * Reads and writes card files in a thread of its own, with a heap and a time of its own: the process goes on answering meanwhile, and a file that
 * takes too much of either takes down nothing but that thread. Throws CardFault, and `busy` when too many wait.
 */
@Injectable()
export class CardWorker implements OnModuleDestroy {
  private readonly turnstile = new Turnstile(AT_ONCE_MAX, WAITING_MAX);
  private worker: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;

  async read(file: Buffer): Promise<ReadResult> {
    const result = await this.turnstile.pass(() => this.run({ kind: 'read', file }));
    if (result.kind !== 'read') throw new Error('the card was not read');
    return result.read;
  }

  async write(card: Omit<WriteTask, 'kind'>): Promise<Buffer> {
    const result = await this.turnstile.pass(() => this.run({ kind: 'write', ...card }));
    if (result.kind !== 'written') throw new Error('the card was not written');
    return Buffer.from(result.bytes);
  }

  async onModuleDestroy(): Promise<void> {
    await this.end();
  }

  private async run(task: ReadTask | WriteTask): Promise<CardResult> {
    clearTimeout(this.idle);
    try {
      const result = await this.ask(task);
      this.idle = setTimeout(() => void this.end(), IDLE_MS).unref();
      if (result.kind === 'fault') throw new CardFault(result.fault, result.message);
      return result;
    } catch (error) {
      if (error instanceof CardFault) throw error;
      // Whatever it is in the middle of, the next one begins in a new one.
      await this.end();
      if (!(error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')) throw error;
      throw new CardFault('too-large', 'The card takes too much memory to read.');
    }
  }

  private async ask(task: ReadTask | WriteTask): Promise<CardResult> {
    this.worker ??= startWorker();
    const { worker } = this;
    const { promise, resolve, reject } = Promise.withResolvers<CardResult>();
    const takesTooLong = (): void => reject(new AppError('busy', 'This takes too long right now: please try again'));
    const timer = setTimeout(takesTooLong, TASK_TIMEOUT_MS);
    const ended = (code: number): void => reject(new Error(`the card worker ended with ${code}`));
    worker.once('message', resolve).once('error', reject).once('exit', ended);
    worker.postMessage(task);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      worker.off('message', resolve).off('error', reject).off('exit', ended);
    }
  }

  private async end(): Promise<void> {
    clearTimeout(this.idle);
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }
}

function startWorker(): Worker {
  const worker = new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MAX_MB } });
  // Whoever asked it hears of an error by themselves; without anybody listening it would end the process.
  return worker.on('error', () => undefined);
}
