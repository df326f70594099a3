import type { ApiClient } from '@troupe/api-client';
import { fileNameOf } from '@troupe/contracts/http/common';
import type { TrainingFile } from '@troupe/contracts/http/training';
import { LIMITS } from '@troupe/contracts/limits';
import { errorCodeOf } from '../../../lib/errors';

export type UploadState = 'waiting' | 'sending' | 'paused' | 'failed';

/** A file on its way. It leaves the queue once all of it is there, or was refused. */
export interface Upload {
  key: number;
  name: string;
  sizeBytes: number;
  sentBytes: number;
  state: UploadState;
  /** Why it failed, when it did. */
  error: unknown;
  /** Its row on the server, once it has one. */
  fileId: string | null;
}

export interface UploadQueueOptions {
  api: Pick<ApiClient['training'], 'open' | 'sendPart'>;
  personaId: string;
  /** With each change, all uploads in the order in which they were added. */
  onChange: (uploads: readonly Upload[]) => void;
  /** It has arrived whole, or was refused. */
  onArrived: (file: TrainingFile, key: number) => void;
  /** Between attempts after a failure of the moment. */
  retryAfterMs?: (attempt: number) => number;
}

export interface UploadQueue {
  /** `begun` is what the server has of the same file already, from a visit before. */
  add(file: File, begun?: Pick<TrainingFile, 'id' | 'receivedBytes'>): void;
  pause(key: number): void;
  /** Goes on with what was paused or has failed. */
  resume(key: number): void;
  /** Stops it and forgets it; what the server has of it is the caller's to delete. */
  drop(key: number): void;
  stop(): void;
}

/** More of them at once make none of them faster. */
const AT_ONCE = 2;
const ATTEMPTS_MAX = 4;
/** Of the moment: the line, or a server that is busy. The same part is sent again. */
const PASSING = new Set(['network', 'timeout', 'busy', 'shutting_down', 'rate_limited']);

interface Entry extends Upload {
  file: File;
  abort: AbortController;
}

/** Sends files in parts, a few at a time, each of which can pause, go on where it was, and fail without the others. */
export function createUploadQueue(options: UploadQueueOptions): UploadQueue {
  const { api, personaId, onChange, onArrived, retryAfterMs = (attempt) => 500 * 2 ** attempt } = options;
  const entries = new Map<number, Entry>();
  let lastKey = 0;

  const tell = () =>
    onChange([...entries.values()].map(({ file: _file, abort: _abort, ...upload }) => ({ ...upload })));
  const pump = () => {
    const sending = [...entries.values()].filter(({ state }) => state === 'sending').length;
    const waiting = [...entries.values()].filter(({ state }) => state === 'waiting');
    for (const entry of waiting.slice(0, Math.max(0, AT_ONCE - sending))) {
      entry.state = 'sending';
      entry.abort = new AbortController();
      void send(entry, entry.abort.signal);
    }
    tell();
  };
  const send = async (entry: Entry, signal: AbortSignal) => {
    try {
      const file = await transfer(entry, signal);
      entries.delete(entry.key);
      onArrived(file, entry.key);
    } catch (error) {
      // Whoever stopped it has said what it is now.
      if (!signal.aborted) Object.assign(entry, { state: 'failed', error });
    }
    pump();
  };
  const transfer = async (entry: Entry, signal: AbortSignal): Promise<TrainingFile> => {
    const { name, sizeBytes, file } = entry;
    let attempt = 0;
    for (;;) {
      try {
        const kept =
          entry.fileId === null
            ? await api.open({ personaId, name, sizeBytes }, { signal })
            : await api.sendPart(entry.fileId, entry.sentBytes, partOf(file, entry.sentBytes), { signal });
        attempt = 0;
        Object.assign(entry, { fileId: kept.id, sentBytes: kept.receivedBytes });
        if (kept.state !== 'receiving') return kept;
        tell();
      } catch (error) {
        const whole = stepOf(error);
        if (whole !== undefined) entry.sentBytes = whole;
        attempt += 1;
        const mayPass = whole !== undefined || PASSING.has(errorCodeOf(error));
        if (signal.aborted || !mayPass || attempt >= ATTEMPTS_MAX) throw error;
        await passed(retryAfterMs(attempt), signal);
      }
    }
  };
  const halt = (key: number, state: UploadState) => {
    const entry = entries.get(key);
    if (entry === undefined) return;
    entry.state = state;
    entry.abort.abort();
  };

  return {
    add(file, begun) {
      lastKey += 1;
      entries.set(lastKey, {
        key: lastKey,
        name: fileNameOf(file.name, LIMITS.fileNameCharsMax),
        sizeBytes: file.size,
        sentBytes: begun?.receivedBytes ?? 0,
        state: 'waiting',
        error: null,
        fileId: begun?.id ?? null,
        file,
        abort: new AbortController(),
      });
      pump();
    },
    pause(key) {
      halt(key, 'paused');
      pump();
    },
    resume(key) {
      const entry = entries.get(key);
      if (entry === undefined || entry.state === 'sending') return;
      Object.assign(entry, { state: 'waiting', error: null });
      pump();
    },
    drop(key) {
      halt(key, 'paused');
      entries.delete(key);
      pump();
    },
    stop() {
      for (const key of entries.keys()) halt(key, 'paused');
    },
  };
}

const partOf = (file: File, from: number): Blob => file.slice(from, from + LIMITS.trainingPartBytesMax);

/** Where the server says that it is, when that is another place than here. */
function stepOf(error: unknown): number | undefined {
  if (errorCodeOf(error) !== 'upload_out_of_step') return undefined;
  const details = error instanceof Error && 'details' in error ? error.details : undefined;
  if (typeof details !== 'object' || details === null || !('receivedBytes' in details)) return undefined;
  return typeof details.receivedBytes === 'number' ? details.receivedBytes : undefined;
}

const passed = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
