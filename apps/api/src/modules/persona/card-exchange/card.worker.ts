import { parentPort } from 'node:worker_threads';
import { doCardTask, type ReadTask, type WriteTask } from './card-task.ts';

parentPort?.on('message', async (task: ReadTask | WriteTask) => parentPort?.postMessage(await doCardTask(task)));
