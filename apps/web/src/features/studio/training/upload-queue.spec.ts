import { ApiError } from '@troupe/api-client/error';
import { displayName } from '@troupe/contracts/http/common';
import type { TrainingFile } from '@troupe/contracts/http/training';
import { LIMITS } from '@troupe/contracts/limits';
import { createUploadQueue, type Upload } from './upload-queue.ts';

const PART = LIMITS.trainingPartBytesMax;
const fileOf = (name: string, parts: number) => new File([new Uint8Array(parts * PART)], name);
const failure = (code: 'network' | 'training_limit_reached' | 'upload_out_of_step', details?: unknown) =>
  new ApiError({ code, status: 0, message: code, details });

/** A server that keeps what it is sent, answers when it is told to, and fails when it is told to. */
function stage() {
  const kept = new Map<string, TrainingFile>();
  const failures: Error[] = [];
  let gate: Promise<void> = Promise.resolve();
  let open = () => {};
  let uploads: readonly Upload[] = [];
  let most = 0;
  const arrived: string[] = [];
  let changed = Promise.withResolvers<void>();
  const tell = () => {
    changed.resolve();
    changed = Promise.withResolvers();
  };
  const answer = async (file: TrainingFile, signal?: AbortSignal): Promise<TrainingFile> => {
    await gate;
    signal?.throwIfAborted();
    const failed = failures.shift();
    if (failed !== undefined) throw failed;
    kept.set(file.id, file);
    return file;
  };
  const queue = createUploadQueue({
    personaId: 'persona',
    retryAfterMs: () => 1,
    onArrived: (file) => {
      arrived.push(file.name);
      tell();
    },
    onChange: (now) => {
      uploads = now;
      tell();
      most = Math.max(most, now.filter(({ state }) => state === 'sending').length);
    },
    api: {
      open: ({ name, sizeBytes }, options) =>
        answer(
          { id: `id of ${name}`, name, sizeBytes, receivedBytes: 0, state: 'receiving' } as TrainingFile,
          options?.signal,
        ),
      sendPart: async (id, offsetBytes, bytes, options) => {
        const file = kept.get(id);
        if (file === undefined) throw new Error('nobody opened it');
        expect(offsetBytes).toBe(file.receivedBytes);
        const receivedBytes = offsetBytes + bytes.size;
        const state = receivedBytes === file.sizeBytes ? 'reading' : 'receiving';
        return answer({ ...file, receivedBytes, state }, options?.signal);
      },
    },
  });
  return {
    queue,
    kept,
    failures,
    arrived,
    close: () => {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    open: () => open(),
    /** Looks again whenever something has changed; Jest ends one that waits in vain. */
    async when(_what: string, isSo: () => boolean) {
      while (!isSo()) await changed.promise;
    },
    get uploads() {
      return uploads;
    },
    get most() {
      return most;
    },
    state: (name: string) => uploads.find((upload) => upload.name === name)?.state,
  };
}

describe('the queue of uploads', () => {
  it('sends each file in parts, two files at a time, and forgets what has arrived', async () => {
    const at = stage();
    for (const name of ['a', 'b', 'c']) at.queue.add(fileOf(name, 3));
    await at.when('all to arrive', () => at.arrived.length === 3);
    expect(at.most).toBe(2);
    expect([...at.kept.values()].map(({ receivedBytes }) => receivedBytes)).toEqual([3 * PART, 3 * PART, 3 * PART]);
    expect(at.uploads).toEqual([]);
  });

  it.each([
    ['\u202Egpj.exe\n.txt', 'gpj.exe.txt'],
    [`${'long '.repeat(50)}letter.txt`, /^long long .+… letter\.txt$|…g letter\.txt$/],
    ['\u200b', 'file'],
  ])('calls %j by a name that is taken', async (called, name) => {
    const at = stage();
    at.queue.add(fileOf(called, 1));
    await at.when('it to arrive', () => at.arrived.length === 1);
    const [taken = ''] = at.arrived;
    expect(displayName(LIMITS.fileNameCharsMax).safeParse(taken).success).toBe(true);
    expect(taken).toMatch(name);
  });

  it('pauses, goes on where it was, and lets others pass meanwhile', async () => {
    const at = stage();
    at.close();
    at.queue.add(fileOf('slow', 4));
    at.queue.pause(1);
    at.queue.add(fileOf('other', 1));
    at.open();
    await at.when('the other one', () => at.arrived.includes('other'));
    expect(at.state('slow')).toBe('paused');
    at.queue.resume(1);
    await at.when('the paused one', () => at.arrived.includes('slow'));
  });

  it('goes on with what a visit before has begun, and where the server says it is', async () => {
    const at = stage();
    const begun = {
      id: 'id of old',
      name: 'old',
      sizeBytes: 3 * PART,
      receivedBytes: PART,
      state: 'receiving',
    } as TrainingFile;
    at.kept.set(begun.id, begun);
    at.failures.push(failure('upload_out_of_step', { receivedBytes: PART }));
    at.queue.add(fileOf('old', 3), begun);
    await at.when('it to arrive', () => at.arrived.length === 1);
    expect(at.kept.size).toBe(1);
  });

  it('tries again by itself when the line is bad, then waits to be asked, and fails alone', async () => {
    const at = stage();
    at.failures.push(failure('network'), failure('network'));
    at.queue.add(fileOf('shaky', 2));
    await at.when('it to arrive', () => at.arrived.includes('shaky'));
    at.failures.push(...Array.from({ length: 4 }, () => failure('network')));
    at.queue.add(fileOf('gone', 1));
    await at.when('it to fail', () => at.state('gone') === 'failed');
    at.failures.push(failure('training_limit_reached'));
    at.queue.add(fileOf('full', 1));
    await at.when('the other to fail', () => at.state('full') === 'failed');
    expect(at.uploads.map(({ error }) => (error as ApiError).code)).toEqual(['network', 'training_limit_reached']);
    at.queue.resume(2);
    await at.when('it to arrive', () => at.arrived.includes('gone'));
    at.queue.drop(3);
    expect(at.uploads).toEqual([]);
  });
});
