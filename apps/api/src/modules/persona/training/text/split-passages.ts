/** Of a passage, about: some 200 tokens. */
const TARGET_WEIGHT = 800;
const WEIGHT_MAX = 1_100;
/** Said again at the beginning of the next passage, in whole sentences. */
const OVERLAP_WEIGHT = 120;
/** A sign of these scripts says about as much as three letters. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const DENSE_WEIGHT = 3;
/** Longer paragraphs are cut before sentences are looked for: that takes more than its length in time. */
const PARAGRAPH_CHARS_MAX = 4_000;

const SENTENCE_ENDS = ['. ', '! ', '? ', '。', '！', '？'] as const;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

const weightOf = (text: string): number => text.length + (text.match(DENSE)?.length ?? 0) * (DENSE_WEIGHT - 1);

/** Something that stays together, and what stands between it and what comes before. */
interface Unit {
  text: string;
  after: ' ' | '\n';
}

/** A text in passages that each make sense alone: whole sentences, a paragraph together where it fits, and a little of what came before. */
export function passagesOf(text: string): string[] {
  const paragraphs = text.split(/\n{2,}/u).flatMap((paragraph) => pieces(paragraph, PARAGRAPH_CHARS_MAX));
  const units = paragraphs.flatMap((paragraph) => {
    const inside = Array.from(sentences.segment(paragraph), ({ segment }) => segment.trim()).filter(Boolean);
    return inside.flatMap(cut).map((text, at): Unit => ({ text, after: at === 0 ? '\n' : ' ' }));
  });
  return fill(units, OVERLAP_WEIGHT);
}

/** Records stand for themselves: several short ones share a passage, and none is said twice. */
export function passagesOfRecords(records: readonly string[]): string[] {
  const units = records.filter((record) => record !== '').flatMap(cut);
  return fill(
    units.map((text) => ({ text, after: '\n' })),
    0,
  );
}

function fill(units: readonly Unit[], overlapWeight: number): string[] {
  const passages: string[] = [];
  let current: Unit[] = [];
  let weight = 0;
  for (const unit of units) {
    const unitWeight = weightOf(unit.text);
    if (current.length > 0 && weight + unitWeight > TARGET_WEIGHT) {
      passages.push(joined(current));
      current = tailOf(current, Math.min(overlapWeight, WEIGHT_MAX - unitWeight));
      weight = current.reduce((sum, { text }) => sum + weightOf(text), 0);
    }
    current.push(unit);
    weight += unitWeight;
  }
  if (current.length > 0) passages.push(joined(current));
  return passages;
}

const joined = (units: readonly Unit[]): string =>
  units.map(({ text, after }, at) => (at === 0 ? text : after + text)).join('');

function tailOf(units: readonly Unit[], weightMax: number): Unit[] {
  let weight = 0;
  const first = units.findLastIndex(({ text }) => {
    weight += weightOf(text);
    return weight > weightMax;
  });
  return units.slice(first + 1);
}

/** A sentence, in pieces if it is too long for a passage. */
function cut(sentence: string): string[] {
  return weightOf(sentence) <= WEIGHT_MAX ? [sentence] : pieces(sentence, Math.floor(WEIGHT_MAX / DENSE_WEIGHT));
}

/** In pieces of at most so many characters: after a sentence, else after a word, else anywhere. */
function pieces(text: string, charsMax: number): string[] {
  const found: string[] = [];
  let from = 0;
  while (text.length - from > charsMax) {
    const end = Math.max(...SENTENCE_ENDS.map((mark) => text.lastIndexOf(mark, from + charsMax - 1))) + 1;
    const space = text.lastIndexOf(' ', from + charsMax);
    // Not between the halves of a pair.
    const isPair = /[\ud800-\udbff]/u.test(text.charAt(from + charsMax - 1));
    const to = [end, space].find((place) => place > from + charsMax / 2) ?? from + charsMax - (isPair ? 1 : 0);
    found.push(text.slice(from, to).trim());
    from = to;
  }
  found.push(text.slice(from).trim());
  return found.filter((piece) => piece !== '');
}
