import { ECONOMY } from '../economy.ts';
import { LIMITS } from '../limits.ts';
import { sliders } from '../sliders.ts';
import * as z from '../zod.ts';
import { displayName, nickname, text } from './common.ts';
import { pictureKey } from './creator.ts';
import { image } from './persona-brief.ts';
import { personaCategory } from './persona-category.ts';
import { personaVoice } from './persona-voice.ts';
import { id, instant, page } from './wire.ts';

export { PERSONA_CATEGORIES } from '../persona-categories.ts';
export { personaCategory } from './persona-category.ts';

const amount = (minMicrocoins: number) =>
  z.int().check(z.minimum(minMicrocoins), z.maximum(ECONOMY.messagePriceMaxMicrocoins));
const isListable = (microcoins: number): boolean =>
  microcoins >= ECONOMY.messagePriceMinMicrocoins && microcoins <= ECONOMY.messagePriceMaxMicrocoins;

/** Of a message, or by tokens: a base, and rates per 1,000 tokens of prompt and reply. What lists show of it has the bounds of a message's price. */
export const personaPrice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flat'), priceMicrocoins: amount(ECONOMY.messagePriceMinMicrocoins) }),
  z
    .strictObject({
      kind: z.literal('tokens'),
      baseMicrocoins: amount(0),
      inputRateMicrocoins: amount(0),
      outputRateMicrocoins: amount(1),
    })
    .check(
      z.refine(
        (price) => isListable(price.baseMicrocoins + price.outputRateMicrocoins),
        'base and reply rate together must be from 0.5 to 500 coins',
      ),
    ),
]);
export type PersonaPrice = z.infer<typeof personaPrice>;

/** A tag as it is kept: small letters of any script, digits, and single spaces or hyphens between them. */
const tag = text(LIMITS.tagCharsMax).check(
  z.toLowerCase(),
  z.regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*([ -][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*$/u, 'must be words or numbers'),
);
const said = (charsMax: number) => text(charsMax).check(z.minLength(1));

const writing = {
  name: displayName(LIMITS.nameCharsMax),
  /** One line that sells the persona. */
  hook: text(LIMITS.hookCharsMax),
  /** The story that its page tells. */
  description: text(LIMITS.personaDescriptionCharsMax),
  looks: text(LIMITS.looksCharsMax),
  category: personaCategory,
  tags: z.array(tag).check(
    z.maxLength(LIMITS.tagsMax),
    z.refine((tags) => new Set(tags).size === tags.length, 'must differ'),
  ),
  mature: z.boolean(),
  pictureKey: z.nullable(pictureKey),
  hueDegrees: z.number().check(z.minimum(0), z.maximum(360)),
  personality: text(LIMITS.personalityCharsMax),
  scenario: text(LIMITS.scenarioCharsMax),
  sliders,
  /** In place of the usual main instruction, which is `{{original}}` in it. */
  systemPrompt: text(LIMITS.systemPromptCharsMax),
  /** Said to the model after the last message. */
  postHistory: text(LIMITS.postHistoryCharsMax),
  greeting: text(LIMITS.greetingCharsMax),
  alternativeGreetings: z.array(said(LIMITS.greetingCharsMax)).check(z.maxLength(LIMITS.alternativeGreetingsMax)),
  exampleDialogue: z
    // Cards have lines that nobody asked for: there the fan says nothing.
    .array(z.strictObject({ fan: text(LIMITS.exampleLineCharsMax), persona: said(LIMITS.exampleLineCharsMax) }))
    .check(z.maxLength(LIMITS.exampleDialogueMax)),
  starters: z.array(said(LIMITS.starterCharsMax)).check(z.maxLength(LIMITS.startersMax)),
  voice: personaVoice,
  price: personaPrice,
  /** What `{{char}}` stands for; empty for the name. */
  nickname: nickname(LIMITS.nameCharsMax),
};

/** A draft needs a name; everything else comes when it comes. */
export const createPersonaRequest = z.strictObject({ name: writing.name });
export type CreatePersonaRequest = z.infer<typeof createPersonaRequest>;

/** The revision that the change was made to; another one since is `changed_meanwhile`. */
const revision = z.int().check(z.minimum(1));
/** Why, for the creator's own history. */
const note = z.optional(text(LIMITS.noteCharsMax));

/** What is left out stays. Of a published persona it changes what fans meet at once, so it must pass the checks of publishing. */
export const personaChanges = z.strictObject({ ...z.partial(z.strictObject(writing)).shape, revision, note });
export type PersonaChanges = z.infer<typeof personaChanges>;
export const personaStep = z.strictObject({ revision, note });
export type PersonaStep = z.infer<typeof personaStep>;

/** The whole of what a creator wrote. Wider than what is taken today: it also answers with what was written under earlier rules. */
export const personaContent = z.strictObject({
  name: z.string(),
  hook: z.string(),
  description: z.string(),
  looks: z.string(),
  category: z.string(),
  tags: z.array(z.string()),
  mature: z.boolean(),
  /** Also of a picture that came with the house. */
  pictureKey: z.nullable(z.string()),
  hueDegrees: z.number(),
  personality: z.string(),
  scenario: z.string(),
  sliders,
  systemPrompt: z.string(),
  postHistory: z.string(),
  greeting: z.string(),
  alternativeGreetings: z.array(z.string()),
  exampleDialogue: z.array(z.strictObject({ fan: z.string(), persona: z.string() })),
  starters: z.array(z.string()),
  voice: personaVoice,
  price: personaPrice,
  /** Its lorebook, by a hash of what is in it; the book itself has routes of its own (lorebook.ts). Null: none. */
  lorebookKey: z._default(z.nullable(z.string()), null),
  /** What the card that it came from says besides, likewise. */
  cardKey: z._default(z.nullable(z.string()), null),
  nickname: z._default(z.string(), ''),
});
export type PersonaContent = z.infer<typeof personaContent>;

/** `field` is where, as `greeting` or `exampleDialogue.3.persona`; empty when it is in several together. `message` is a sentence for the creator. */
export const publishProblem = z.strictObject({
  field: z.string(),
  code: z.enum(['required', 'name_reserved', 'content_blocked', 'mature_not_marked', 'price_too_low']),
  message: z.string(),
});
export type PublishProblem = z.infer<typeof publishProblem>;
/** `details` of `persona_not_publishable`. */
export const publishProblems = z.strictObject({ problems: z.array(publishProblem) });

export const personaStatus = z.enum(['draft', 'published', 'unpublished']);
export type PersonaStatus = z.infer<typeof personaStatus>;

const own = {
  id,
  slug: z.string(),
  status: personaStatus,
  revision: z.int(),
  chatCount: z.int(),
  portrait: z.array(image),
  createdAt: instant,
  /** Of the first time. */
  publishedAt: z.nullable(instant),
};

/** One's own persona in a list. */
export const ownPersonaBrief = z.strictObject({
  ...own,
  name: z.string(),
  hook: z.string(),
  hueDegrees: z.number(),
  mature: z.boolean(),
  price: personaPrice,
});
export type OwnPersonaBrief = z.infer<typeof ownPersonaBrief>;
export const ownPersonasPage = page(ownPersonaBrief);
export type OwnPersonasPage = z.infer<typeof ownPersonasPage>;

/** One's own persona, whole. */
export const ownPersona = z.strictObject({
  ...own,
  content: personaContent,
  /** What the model is told of the sliders. */
  sliderSentences: z.array(z.string()),
  /** What would keep it from being published as it is. */
  problems: z.array(publishProblem),
});
export type OwnPersona = z.infer<typeof ownPersona>;

/** `found`: what was published before versions were kept. */
export const versionCause = z.enum(['published', 'saved', 'restored', 'found']);
export const personaVersionBrief = z.strictObject({
  number: z.int(),
  cause: versionCause,
  note: z.string(),
  authorId: id,
  createdAt: instant,
});
export type PersonaVersionBrief = z.infer<typeof personaVersionBrief>;

/** The newest first. */
export const personaVersionsPage = page(personaVersionBrief);
export type PersonaVersionsPage = z.infer<typeof personaVersionsPage>;

export const personaVersion = z.strictObject({
  ...personaVersionBrief.shape,
  content: personaContent,
  /** Against the version before it; empty for the first one that is kept. */
  changes: z.array(z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});
export type PersonaVersion = z.infer<typeof personaVersion>;

export const personaVersionParam = z.strictObject({
  id,
  number: z.coerce.number().check(z.int(), z.minimum(1), z.maximum(2_147_483_647)),
});
