/**
 * One form for keys and texts, unit by unit of UTF-16, so that a place in the folded text is the same place in the text. Case is folded as by
 * Unicode's simple case folding, which never changes a length (ß stays ß); beyond it, the Turkish İ and ı are read as i.
 */

/** NFC, and no half of a surrogate pair. Places that are reported are places in this form. */
export function normaliseText(text: string): string {
  return text.normalize('NFC').toWellFormed();
}

const UNITS = 0x1_00_00;
let foldTable: Uint16Array | undefined;

export function foldUnits(text: string): Uint16Array {
  foldTable ??= makeFoldTable();
  const units = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0xd8_00 && unit < 0xdc_00 && index + 1 < text.length) {
      const pair = foldCharacter(text.slice(index, index + 2));
      units[index] = pair.charCodeAt(0);
      units[index + 1] = pair.charCodeAt(1);
      index += 1;
    } else units[index] = foldTable[unit] ?? unit;
  }
  return units;
}

function makeFoldTable(): Uint16Array {
  const table = new Uint16Array(UNITS);
  for (let unit = 0; unit < UNITS; unit += 1) {
    table[unit] = foldCharacter(String.fromCharCode(unit)).charCodeAt(0);
  }
  table[0x01_30] = 0x69;
  return table;
}

/** Through the capital first, so that all forms of a letter (σ and ς) meet; a change of length is no simple folding. */
function foldCharacter(character: string): string {
  const capital = character.toUpperCase();
  const folded = (capital.length === character.length ? capital : character).toLowerCase();
  return folded.length === character.length ? folded : character;
}

const OTHER = 1;
const WORD = 2;
const UNSPACED = 3;
/** What each BMP unit is; 0 is not known yet. */
const kinds = new Uint8Array(UNITS);
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}_]/u;
/** Scripts without spaces between words, and Hangul, whose words carry particles: an edge of a word can't be seen in them. */
const UNSPACED_CHARACTER =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\u30fc]/u;

function kindOf(codePoint: number): number {
  const known = kinds[codePoint];
  if (known !== undefined && known !== 0) return known;
  const character = String.fromCodePoint(codePoint);
  const word = UNSPACED_CHARACTER.test(character) ? UNSPACED : WORD;
  const kind = WORD_CHARACTER.test(character) ? word : OTHER;
  if (codePoint < UNITS) kinds[codePoint] = kind;
  return kind;
}

/** No word goes on across this place. Not in the middle of a surrogate pair. */
export function isWordEdge(text: string, place: number): boolean {
  if (place <= 0 || place >= text.length) return true;
  const low = text.charCodeAt(place - 1);
  const isPair = low >= 0xdc_00 && low < 0xe0_00 && place > 1;
  const before = kindOf(text.codePointAt(isPair ? place - 2 : place - 1) ?? 0);
  const after = kindOf(text.codePointAt(place) ?? 0);
  return before !== WORD || after !== WORD;
}
