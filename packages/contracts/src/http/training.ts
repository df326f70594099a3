import { LIMITS } from '../limits.ts';
import * as z from '../zod.ts';
import { displayName, pageQuery } from './common.ts';
import { cursor, id, instant, page } from './wire.ts';

/** Told by what is in a file and not by its name. */
export const trainingFileKind = z.enum(['txt', 'md', 'pdf', 'csv', 'jsonl']);
export type TrainingFileKind = z.infer<typeof trainingFileKind>;

/** `receiving` its bytes, `reading` them, then `ready` or `refused`. */
export const trainingFileState = z.enum(['receiving', 'reading', 'ready', 'refused']);
export type TrainingFileState = z.infer<typeof trainingFileState>;

/** Why a file was not taken. */
export const trainingRefusal = z.enum([
  'not_text',
  'broken',
  'locked',
  'no_text',
  'too_long',
  'too_heavy',
  'persona_full',
  'duplicate',
  'content_blocked',
  /** Of a list: what is kept of it was changed behind our back. */
  'damaged',
]);
export type TrainingRefusal = z.infer<typeof trainingRefusal>;

/** Begins an upload; its bytes follow in parts. */
export const openTrainingFileRequest = z.strictObject({
  personaId: id,
  name: displayName(LIMITS.fileNameCharsMax),
  sizeBytes: z.int().check(z.minimum(1), z.maximum(LIMITS.trainingFileBytesMax)),
});
export type OpenTrainingFileRequest = z.infer<typeof openTrainingFileRequest>;

/** A part is the bytes from `offsetBytes` on, as many as its body has, up to `LIMITS.trainingPartBytesMax`. */
export const trainingPartParam = z.strictObject({
  id,
  offsetBytes: z.coerce.number().check(z.int(), z.minimum(0), z.maximum(LIMITS.trainingFileBytesMax)),
});

export const trainingFilesQuery = z.strictObject({ ...pageQuery.shape, personaId: id });
export const trainingPassagesQuery = z.strictObject({ cursor: z.optional(cursor) });

export const trainingFile = z.strictObject({
  id,
  personaId: id,
  name: z.string(),
  state: trainingFileState,
  /** Null until it is read. */
  kind: z.nullable(trainingFileKind),
  sizeBytes: z.int(),
  /** Where its upload goes on. */
  receivedBytes: z.int(),
  charCount: z.int(),
  passageCount: z.int(),
  /** Only a persona that is marked as for adults uses it. */
  mature: z.boolean(),
  refusal: z.nullable(trainingRefusal),
  createdAt: instant,
});
export type TrainingFile = z.infer<typeof trainingFile>;

/** The newest first. */
export const trainingFilesPage = page(trainingFile);
export type TrainingFilesPage = z.infer<typeof trainingFilesPage>;

/** What is kept of a file, in its order; passages overlap a little. */
export const trainingPassagesPage = page(z.strictObject({ number: z.int(), text: z.string() }));
export type TrainingPassagesPage = z.infer<typeof trainingPassagesPage>;
