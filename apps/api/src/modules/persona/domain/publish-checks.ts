import type { PersonaContent, PersonaStatus, PublishProblem } from '@troupe/contracts/http/creator-persona';
import { PRICE_FLOORS } from '@troupe/contracts/pricing';
import { isReservedName } from '@troupe/contracts/reserved-names';

/** What the rules of care say to a text: `mature` is what only a persona for adults may say. */
export type Judge = (text: string) => 'allowed' | 'mature' | 'blocked';

/** What a fan needs to find to be met at all. */
const REQUIRED: readonly { field: 'name' | 'hook' | 'personality' | 'greeting'; message: string }[] = [
  { field: 'name', message: 'Give your persona a name.' },
  { field: 'hook', message: 'Say in one line who this is: it stands on the card that fans see.' },
  { field: 'personality', message: 'Tell who your persona is: the model knows nothing else of it.' },
  { field: 'greeting', message: 'Write how your persona says hello: every chat begins with it.' },
];

/** What keeps a persona from being published, in the order of its fields; nothing when it may be. */
export function publishProblems(content: PersonaContent, judge: Judge): PublishProblem[] {
  return [...missing(content), ...name(content), ...words(content, judge), ...price(content)];
}

/** What fans who talked to an unpublished persona still see of it in their lists. */
const STILL_SEEN = ['name', 'hook'];

/** Those problems that keep a change from being saved: of what fans meet all, of what they met those in what they still see, of a draft none. */
export function problemsInTheWay(status: PersonaStatus, problems: readonly PublishProblem[]): PublishProblem[] {
  if (status === 'draft') return [];
  if (status === 'published') return [...problems];
  return problems.filter(({ field, code }) => STILL_SEEN.includes(field) && code !== 'required');
}

function missing(content: PersonaContent): PublishProblem[] {
  return REQUIRED.filter(({ field }) => content[field].trim() === '').map((problem) => ({
    ...problem,
    code: 'required',
  }));
}

function name(content: PersonaContent): PublishProblem[] {
  const message = 'This name could be taken for Troupe itself or its people. Choose another one.';
  return (['name', 'nickname'] as const)
    .filter((field) => isReservedName(content[field]))
    .map((field) => ({ field, code: 'name_reserved', message }));
}

function words(content: PersonaContent, judge: Judge): PublishProblem[] {
  const texts = textsOf(content);
  const problems = texts.flatMap(([field, text]) => problemOf(field, judge(text), content.mature));
  if (problems.length > 0) return problems;
  // A prompt tells them together, so a sentence that begins in one field and ends in the next is one.
  return problemOf('', judge(texts.map(([, text]) => text).join('\n')), content.mature);
}

function problemOf(field: string, verdict: ReturnType<Judge>, isMature: boolean): PublishProblem[] {
  if (verdict === 'blocked') {
    const where = field === '' ? 'Read together, these texts go' : 'This text goes';
    return [{ field, code: 'content_blocked', message: `${where} against the content rules. Please rewrite it.` }];
  }
  if (verdict === 'mature' && !isMature) {
    const message = 'This is for adults only. Mark your persona as mature, or write it differently.';
    return [{ field, code: 'mature_not_marked', message }];
  }
  return [];
}

function price({ price: asked }: PersonaContent): PublishProblem[] {
  const isTooLow =
    asked.kind === 'flat'
      ? asked.priceMicrocoins < PRICE_FLOORS.flatMicrocoins
      : Math.min(asked.inputRateMicrocoins, asked.outputRateMicrocoins) < PRICE_FLOORS.rateMicrocoins;
  if (!isTooLow) return [];
  const message = 'At this price the model could cost more than the platform’s share of it. Ask for a little more.';
  return [{ field: 'price', code: 'price_too_low', message }];
}

const SINGLE_TEXTS = [
  'name',
  'hook',
  'description',
  'looks',
  'personality',
  'scenario',
  'systemPrompt',
  'postHistory',
  'greeting',
  'nickname',
] as const;

/** Everything in it that anybody or any model reads, with where it stands. */
function textsOf(content: PersonaContent): [string, string][] {
  const listed = (field: string, texts: readonly string[]): [string, string][] =>
    texts.map((text, index) => [`${field}.${index}`, text]);
  const all: [string, string][] = [
    ...SINGLE_TEXTS.map((field): [string, string] => [field, content[field]]),
    ...listed('tags', content.tags),
    ...listed('alternativeGreetings', content.alternativeGreetings),
    ...content.exampleDialogue.flatMap((pair, index): [string, string][] => [
      [`exampleDialogue.${index}.fan`, pair.fan],
      [`exampleDialogue.${index}.persona`, pair.persona],
    ]),
    ...listed('starters', content.starters),
  ];
  return all.filter(([, text]) => text !== '');
}
