import * as z from '../zod.ts';
import { ownPersona, personaVersion, publishProblem } from './creator-persona.ts';
import { id } from './wire.ts';

/** Why a file is not taken: `details.reason` of `card_refused`. docs/cards.md says when. */
export const CARD_FAULTS = [
  'too-large',
  'unknown-format',
  'broken-picture',
  'broken-archive',
  'unsafe-archive',
  'encrypted',
  'bomb',
  'no-card',
  'broken-text',
  'broken-json',
  'too-deep',
  'too-many',
  'not-a-card',
  'unsupported-spec',
] as const;
export const cardRefusal = z.strictObject({ reason: z.enum(CARD_FAULTS) });

const revision = z.coerce.number().check(z.int(), z.minimum(1), z.maximum(2_147_483_647));

/** Without a persona the card becomes a new draft; with one it replaces what cards speak of, and `revision` is the one that was seen. */
export const cardImportQuery = z
  .strictObject({
    personaId: z.optional(id),
    revision: z.optional(revision),
  })
  .check(
    z.refine(
      ({ personaId, revision }) => (personaId === undefined) === (revision === undefined),
      'personaId and revision go together',
    ),
  );
export type CardImportQuery = z.infer<typeof cardImportQuery>;

const readCard = {
  writtenAs: z.enum(['v1', 'v2', 'v3']),
  /** What was done to the card, each a sentence for its sender. */
  notices: z.array(z.strictObject({ kind: z.string(), message: z.string() })),
  lorebookEntries: z.int(),
};
export const importedCard = z.strictObject({ ...readCard, persona: ownPersona });
export type ImportedCard = z.infer<typeof importedCard>;

export const cardPreviewQuery = z.strictObject({ personaId: id, revision });
export type CardPreviewQuery = z.infer<typeof cardPreviewQuery>;

/** What a card would change of one's own persona; nothing was saved. */
export const cardPreview = z.strictObject({
  ...readCard,
  changes: personaVersion.shape.changes,
  /** What keeps a persona that fans meet from saying that. */
  problems: z.array(publishProblem),
  /** It has one, which would become the persona's if it can be shown. */
  hasPicture: z.boolean(),
});
export type CardPreview = z.infer<typeof cardPreview>;

export const CARD_FORMATS = ['png', 'json', 'charx'] as const;
export const cardExportQuery = z.strictObject({ format: z._default(z.enum(CARD_FORMATS), 'png') });
export type CardFormat = (typeof CARD_FORMATS)[number];
