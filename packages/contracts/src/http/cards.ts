import * as z from '../zod.ts';
import { ownPersona } from './creator-persona.ts';
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

/** Without a persona the card becomes a new draft; with one it replaces what cards speak of, and `revision` is the one that was seen. */
export const cardImportQuery = z
  .strictObject({
    personaId: z.optional(id),
    revision: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(2_147_483_647))),
  })
  .check(
    z.refine(
      ({ personaId, revision }) => (personaId === undefined) === (revision === undefined),
      'personaId and revision go together',
    ),
  );
export type CardImportQuery = z.infer<typeof cardImportQuery>;

export const importedCard = z.strictObject({
  persona: ownPersona,
  writtenAs: z.enum(['v1', 'v2', 'v3']),
  /** What was done to the card, each a sentence for its sender. */
  notices: z.array(z.strictObject({ kind: z.string(), message: z.string() })),
  lorebookEntries: z.int(),
});
export type ImportedCard = z.infer<typeof importedCard>;

export const CARD_FORMATS = ['png', 'json', 'charx'] as const;
export const cardExportQuery = z.strictObject({ format: z._default(z.enum(CARD_FORMATS), 'png') });
export type CardFormat = (typeof CARD_FORMATS)[number];
