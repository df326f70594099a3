import { Worker } from 'node:worker_threads';
import type { TrainingRefusal } from '@troupe/contracts/http/training';
import type { Extract } from './extract.ts';
import { FileRefused } from './refusal.ts';

/** The largest file allowed takes some seconds; whatever takes this long was made to. */
const TIME_MAX_MS = 20_000;
const HEAP_MAX_MB = 256;
/** What the heap's limit doesn't count: buffers, into which a PDF is unpacked. */
const BUFFERS_MAX_BYTES = 256 * 1024 * 1024;
const LOOK_EVERY_MS = 25;

/** The worker beside this file, which is TypeScript under test and JavaScript when it was built. */
const WORKER = new URL(`./extract.worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);

export interface ExtractLimits {
  timeMaxMs?: number;
  buffersMaxBytes?: number;
}

/** Reads a file in a thread of its own, within limits of time and memory; `bytes` are gone afterwards. Throws FileRefused. */
export async function runExtract(
  bytes: Uint8Array<ArrayBuffer>,
  { timeMaxMs = TIME_MAX_MS, buffersMaxBytes = BUFFERS_MAX_BYTES }: ExtractLimits = {},
): Promise<Extract> {
  const worker = new Worker(WORKER, {
    workerData: bytes,
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MAX_MB, maxYoungGenerationSizeMb: 32 },
    // Nothing of this process's secrets, and nothing of the file in its log: what libraries print is dropped.
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  const startedAtMs = performance.now();
  try {
    return await new Promise<Extract>((resolve, reject) => {
      const refuse = (reason: TrainingRefusal): void => reject(new FileRefused(reason));
      const watch = setInterval(() => {
        if (performance.now() - startedAtMs > timeMaxMs) refuse('too_heavy');
        // Answered between two of its instructions, also while it is busy.
        worker.getHeapStatistics().then(
          (heap) => heap.external_memory > buffersMaxBytes && refuse('too_heavy'),
          () => undefined,
        );
      }, LOOK_EVERY_MS);
      worker.once('message', (answer: Extract | { refused: TrainingRefusal }) =>
        'refused' in answer ? refuse(answer.refused) : resolve(answer),
      );
      // Out of memory, above all.
      worker.once('error', () => refuse('too_heavy'));
      worker.once('exit', () => {
        clearInterval(watch);
        refuse('broken');
      });
    });
  } finally {
    await worker.terminate();
  }
}
