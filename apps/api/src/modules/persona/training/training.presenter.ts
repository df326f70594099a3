import { type TrainingFile, trainingRefusal } from '@troupe/contracts/http/training';
import { KeyMissing } from '../../../platform/crypto/key-ring.ts';
import { SealBroken } from '../../../platform/crypto/seal.ts';
import { dataDamaged, trainingUnavailable } from './training.errors.ts';
import type { FileRow } from './training.repository.ts';
import type { AboutFile } from './training-vault.ts';

export function toFile(row: FileRow, { name, kind }: AboutFile): TrainingFile {
  const { id, personaId, state, sizeBytes, receivedBytes, charCount, passageCount, mature, refusal, createdAt } = row;
  return {
    id,
    personaId,
    name,
    state,
    kind,
    sizeBytes,
    receivedBytes,
    charCount,
    passageCount,
    mature,
    refusal: trainingRefusal.safeParse(refusal).data ?? null,
    createdAt: createdAt.toISOString(),
  };
}

/** What opens something that is kept: what goes wrong with its seal is an error that people may see. */
export function opened<Result>(open: () => Result): Result {
  try {
    return open();
  } catch (error) {
    if (error instanceof SealBroken) throw dataDamaged(error);
    if (error instanceof KeyMissing) throw trainingUnavailable(error);
    throw error;
  }
}
