import { type CheckContext, isOutputBlocked, OUTPUT_REACH_TOKENS } from './check-text.ts';
import { TokenReader } from './normalise.ts';

/** `fine`: may be shown. `undecided`: would be blocked if it ended here, but what follows may make something else of it. */
export type Growth = 'fine' | 'undecided' | 'blocked';

/** No word is that long; in a text without blanks, words are looked for in pieces of it. */
const UNBROKEN_CHARS_MAX = 512;
/** What parts words as a blank does. */
const PARTS_WORDS = /[-,;:/_，、。！？]/;

/**
 * Judges a text of a persona while it grows, by the rules that hold at its end. Each call looks at what is new and at as many words before it as a rule
 * can reach, so all calls together cost in proportion to the text and to their number.
 */
export class GrowingCheck {
  /** What is followed by a blank, and so will not change: the newest of its words. */
  private readonly reader = new TokenReader();
  private readChars = 0;
  private isBlocked = false;

  constructor(private readonly context: CheckContext) {}

  /** `text` is all of it, from its beginning; `isOver`: nothing follows. What was called blocked stays so. */
  judge(text: string, isOver: boolean): Growth {
    if (this.isBlocked) return 'blocked';
    const added = text.slice(this.readChars);
    const settledChars = settledCharsOf(added);
    this.reader.read(added.slice(0, settledChars));
    this.readChars += settledChars;
    const whole = this.reader.fork();
    whole.read(added.slice(settledChars));
    // Whatever is blocked for good is blocked as well if the text ends here.
    const isSuspect = isOutputBlocked(whole.end(), this.context, true);
    this.isBlocked = isSuspect && (isOver || isOutputBlocked(this.reader.settled, this.context, false));
    this.reader.keep(OUTPUT_REACH_TOKENS);
    if (this.isBlocked) return 'blocked';
    return isSuspect ? 'undecided' : 'fine';
  }
}

/** How much of a text is words that no letter can be added to. */
function settledCharsOf(text: string): number {
  const blank = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n'));
  if (text.length - blank <= UNBROKEN_CHARS_MAX) return Math.max(blank, 0);
  for (let at = text.length - 1; at > blank; at -= 1) if (PARTS_WORDS.test(text.charAt(at))) return at;
  return text.length;
}
