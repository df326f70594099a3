import { parentPort, workerData } from 'node:worker_threads';
import { extract } from './extract.ts';
import { FileRefused } from './refusal.ts';

/** One file in a thread of its own, so that one made to hang or to burst takes nobody along: see run-extract.ts. */
try {
  parentPort?.postMessage(await extract(workerData as Uint8Array));
} catch (error) {
  parentPort?.postMessage({ refused: error instanceof FileRefused ? error.reason : 'broken' });
}
