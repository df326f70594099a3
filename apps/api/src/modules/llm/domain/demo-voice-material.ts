import { factsOf } from './demo-voice-facts.ts';
import { ASKS_YOU, detectIntent, type Intent, isQuestion } from './demo-voice-intent.ts';
import { contentOf, isMistypingOf, likeness, normalise, sentencesOf } from './demo-voice-text.ts';
import type { PersonaFlavour } from './provider.ts';

/** Something the persona can say, and to what. */
export interface Line {
  text: string;
  intent: Intent;
  /** Fits whenever the intent fits, not only to particular words. */
  fitsAny: boolean;
  /** What was asked, as roots, one list for each wording. */
  asked: readonly (readonly string[])[];
  wordings: readonly string[];
  content: readonly string[];
  /** Asked of the persona: no answer to somebody who says the same of themselves. */
  isAboutPersona: boolean;
  /** Told, not asked: a single word in common with a question is chance then. */
  isTold: boolean;
}

export interface Material {
  lines: readonly Line[];
  /** Sentences that answer questions by their words: facts of the persona's texts, and knowledge. */
  facts: readonly Line[];
  /** How much a word tells: the rarer in the material, the more. */
  weightOf: (root: string) => number;
}

/** Of these intents only such lines fit always; the others answer particular words. */
const OPEN_LINES =
  /^(something happened( today)?|by the way|guess what|i have (a|another) question|can you do something for me|what should i do|why|(tell me|say) more)\W*$/i;
const NEEDS_OPEN_LINE: ReadonlySet<Intent> = new Set(['question', 'share', 'request', 'advice', 'why', 'more']);

export function readMaterial(flavour: PersonaFlavour): Material {
  const lines = flavour.examples.filter((pair) => pair.persona.trim() !== '').map(toLine);
  const own = factsOf([flavour.description, flavour.personality], flavour.name, flavour.fanName);
  // A line is a record, a heading or a paragraph: none of them goes on in the next.
  const known = flavour.knowledge
    .flatMap((text) => text.split('\n'))
    .flatMap((line) => sentencesOf(line.replace(/^(#+|[-*]) /u, '')))
    .slice(0, 200);
  const facts = [...own, ...known].map((text): Line => {
    const content = contentOf(text);
    return {
      text,
      intent: 'question',
      fitsAny: false,
      asked: [],
      wordings: [],
      content,
      isAboutPersona: true,
      isTold: false,
    };
  });
  const counts = new Map<string, number>();
  for (const line of [...lines, ...facts]) {
    for (const root of new Set([...line.content, ...line.asked.flat()])) counts.set(root, (counts.get(root) ?? 0) + 1);
  }
  const total = lines.length + facts.length;
  return { lines, facts, weightOf: (root) => Math.log(1 + (total + 1) / ((counts.get(root) ?? 0) + 0.5)) };
}

function toLine(pair: { fan: string; persona: string }): Line {
  const wordings = [...new Set([...sentencesOf(pair.fan), pair.fan])];
  const asked = wordings.map(contentOf).filter((roots) => roots.length > 0);
  const intent = detectIntent(pair.fan);
  const isOpen = NEEDS_OPEN_LINE.has(intent) ? OPEN_LINES.test(pair.fan.trim()) : asked.length === 0;
  const isTold = !isQuestion(pair.fan);
  const isAboutPersona = isQuestion(pair.fan) && ASKS_YOU.test(normalise(pair.fan));
  return {
    text: pair.persona.trim(),
    intent,
    fitsAny: isOpen,
    asked,
    wordings,
    content: contentOf(pair.persona),
    isAboutPersona,
    isTold,
  };
}

/** A fit of at least this much is an answer; less would be beside the question. */
const ANSWERS_MIN = 0.52;

/** Asking for a thing by its name; otherwise one word in common is chance. */
const BY_NAME = /\b(about|who is|who are|what is|what are|where is|where are|do you (have|know|like|own))\b/;

/** Word for word, or nearly: then it needs no weighing. */
const SAME_MIN = 0.8;
/** Fewer words are said on every occasion, and an occasion has several lines. */
const SAME_WORDS_MIN = 4;

/** The line that was written for just these words. */
export function findWordForWord(material: Material, said: string, isFresh: (line: Line) => boolean): Line | undefined {
  const words = normalise(said).split(' ').length;
  let best: { line: Line; alike: number } | undefined;
  for (const line of material.lines) {
    if ((line.fitsAny && words < SAME_WORDS_MIN) || !isFresh(line)) continue;
    const alike = Math.max(0, ...line.wordings.map((wording) => likeness(said, wording)));
    if (alike >= SAME_MIN && alike > (best?.alike ?? 0)) best = { line, alike };
  }
  return best?.line;
}

const TELLING: ReadonlySet<Intent> = new Set(['story', 'more', 'who', 'place', 'likes']);

/** A single word is enough to find a fact, or somebody by name. */
const names = (line: Line, roots: readonly string[]): boolean =>
  line.asked.length + Number(line.fitsAny) === 0 ||
  roots.some((root) => line.text.includes(root.charAt(0).toUpperCase() + root.slice(1)));

/**
 * The line that answers a text, and how well (0 to 1), or undefined if none does. For questions the words of what the persona says count too;
 * what somebody tells is only met by a wording that is like it.
 */
export function findAnswer(
  material: Material,
  said: string,
  isFresh: (line: Line) => boolean,
): { line: Line; fit: number } | undefined {
  const roots = contentOf(said);
  if (roots.length === 0) return undefined;
  const asks = isQuestion(said);
  const mayUseText = asks && (roots.length > 1 || BY_NAME.test(normalise(said)));
  const candidates = mayUseText ? [...material.lines, ...material.facts] : material.lines;
  let best: { line: Line; fit: number } | undefined;
  for (const line of candidates) {
    if (line.isAboutPersona && !asks) continue;
    if (line.isTold && said.includes('?') && roots.length === 1) continue;
    const byAsked = Math.max(0, ...line.asked.map((asked) => fitOf(roots, asked, material.weightOf)));
    const tells = mayUseText && (!line.fitsAny || TELLING.has(line.intent)) && (roots.length > 1 || names(line, roots));
    const inText = tells ? 0.85 * shareOf(roots, line.content, material.weightOf) : 0;
    const fit = Math.max(byAsked, inText);
    if (fit >= ANSWERS_MIN && fit > (best?.fit ?? 0) && isFresh(line)) best = { line, fit };
  }
  return best;
}

/** How much of what was said is in a wording, and of the wording in what was said; the first matters more. */
function fitOf(said: readonly string[], asked: readonly string[], weightOf: (root: string) => number): number {
  const there = shareOf(said, asked, weightOf);
  return there === 0 ? 0 : there ** 0.7 * shareOf(asked, said, weightOf) ** 0.3;
}

function shareOf(roots: readonly string[], others: readonly string[], weightOf: (root: string) => number): number {
  let shared = 0;
  let total = 0;
  for (const root of roots) {
    const weight = weightOf(root);
    total += weight;
    if (others.some((other) => isMistypingOf(root, other))) shared += weight;
  }
  return total === 0 ? 0 : shared / total;
}
