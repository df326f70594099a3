import type { TrainingFile } from '@troupe/contracts/http/training';
import { LIMITS } from '@troupe/contracts/limits';
import type { Actor } from '@troupe/test-kit/actors';
import { until } from '@troupe/test-kit/until';

/** Sends a file as the browser does, and waits until it is read. */
export async function upload(
  creator: Actor,
  personaId: string,
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  partBytes: number = LIMITS.trainingPartBytesMax,
): Promise<TrainingFile> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  let file = await creator.api.training.open({ personaId, name, sizeBytes: bytes.length });
  while (file.state === 'receiving') {
    const part = new Blob([bytes.slice(file.receivedBytes, file.receivedBytes + partBytes)]);
    file = await creator.api.training.sendPart(file.id, file.receivedBytes, part);
  }
  return read(creator, file.id);
}

/** What becomes of a file whose bytes have all arrived. */
export async function read(creator: Actor, fileId: string): Promise<TrainingFile> {
  return until(`file ${fileId} to be read`, async () => {
    const file = await creator.api.training.read(fileId);
    return file.state === 'reading' ? undefined : file;
  });
}
