import { createHash } from 'node:crypto';

/**
 * What a creator's text may leave open. Values go in as they are: a fan called `{{char}}` stays `{{char}}`, because a value is never
 * read for macros. Only creators' texts are expanded, never what fans write or models answer.
 */
export interface MacroContext {
  /** `{{char}}`, `<BOT>`, `<CHAR>`. */
  char: string;
  /** `{{user}}`, `<USER>`. */
  user: string;
  /** `{{persona}}`: what the fan says about themselves. */
  userDescription?: string;
  /** `{{original}}`: the text that this one replaces; the first mention gets it, later ones get nothing. */
  original?: string;
  now: Date;
  /** An IANA name. Throws RangeError for an unknown one. */
  timeZone: string;
  /** `{{pick}}` chooses the same for the same seed, place and options: the conversation's id. */
  pickSeed: string;
  /** `{{random}}` chooses anew for every seed: the reply's id. */
  randomSeed: string;
}

/** A piece of a text that is being expanded: what stands there, or a value that is not to be looked into again. */
type Part = { literal: string } | { value: string } | 'trim';

interface Frame {
  parts: Part[];
}

const TOKEN = /\{\{|\}\}|<(?:user|bot|char)>/gi;

/**
 * Fills in macros, in any case and nested (`{{random::{{user}}::nobody}}`), in one pass. Unknown macros and lone braces stay as they
 * are, as in the programs that cards come from: a card may mean them, and the creator sees them in the preview.
 */
export function expandMacros(text: string, context: MacroContext): string {
  const state = new Expansion(context);
  const stack: Frame[] = [{ parts: [] }];
  const top = (): Frame => stack[stack.length - 1] ?? { parts: [] };
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > at) top().parts.push({ literal: text.slice(at, match.index) });
    at = match.index + match[0].length;
    if (match[0] === '{{') stack.push({ parts: [] });
    else if (match[0].startsWith('<'))
      top().parts.push({ value: match[0].toLowerCase() === '<user>' ? context.user : context.char });
    else if (stack.length === 1) top().parts.push({ literal: '}}' });
    else {
      const inner = stack.pop() ?? { parts: [] };
      top().parts.push(...state.evaluate(inner.parts));
    }
  }
  if (at < text.length) top().parts.push({ literal: text.slice(at) });
  // What was opened and never closed is no macro.
  const parts = stack.flatMap((frame, depth) => (depth === 0 ? frame.parts : [{ literal: '{{' }, ...frame.parts]));
  return join(parts);
}

/** The macros of a text that nothing here knows, once each, for the preview: mostly typing errors. At most 20. */
export function unknownMacros(text: string): string[] {
  const names = [...text.matchAll(/\{\{([^{}]{1,60})\}\}/g)].map((match) => match[1] ?? '').filter((n) => !isKnown(n));
  return [...new Set(names)].slice(0, 20);
}

const PLAIN = new Set(
  'char user persona original time date weekday isotime isodate newline trim noop random pick'.split(' '),
);
const isKnown = (inner: string): boolean =>
  /^\s*\/\//.test(inner) || PLAIN.has((inner.split(':')[0] ?? '').trim().toLowerCase());

function join(parts: readonly Part[]): string {
  let text = '';
  let trims = false;
  for (const part of parts) {
    if (part === 'trim') {
      text = withoutBreakAtEnd(text);
      trims = true;
      continue;
    }
    const next = 'literal' in part ? part.literal : part.value;
    text += trims ? withoutBreakAtStart(next) : next;
    trims = trims && next === '';
  }
  return text;
}

/** Whitespace at an end goes if there is a line break in it. Not by a pattern: that would look again and again at a long row of blanks. */
function withoutBreakAtEnd(text: string): string {
  const kept = text.trimEnd();
  return text.includes('\n', kept.length) ? kept : text;
}

function withoutBreakAtStart(text: string): string {
  const kept = text.trimStart();
  return text.slice(0, text.length - kept.length).includes('\n') ? kept : text;
}

class Expansion {
  private choices = 0;
  private originalIsUsed = false;

  constructor(private readonly context: MacroContext) {}

  evaluate(parts: readonly Part[]): Part[] {
    const first = parts[0];
    const head = first !== undefined && first !== 'trim' && 'literal' in first ? first.literal : '';
    if (/^\s*\/\//.test(head)) return [];
    const name = (head.split(':')[0] ?? '').trim().toLowerCase();
    if ((name === 'random' || name === 'pick') && head.includes(':')) return this.choose(name, parts);
    const value = parts.length === 1 && head.trim().toLowerCase() === name ? this.valueOf(name) : undefined;
    return [value ?? { value: `{{${join(parts)}}}` }];
  }

  private valueOf(name: string): Part | undefined {
    const { context } = this;
    switch (name) {
      case 'char':
        return { value: context.char };
      case 'user':
        return { value: context.user };
      case 'persona':
        return { value: context.userDescription ?? '' };
      case 'original':
        if (this.originalIsUsed) return { value: '' };
        this.originalIsUsed = true;
        return { value: context.original ?? '' };
      case 'time':
        return this.clock({ hour: 'numeric', minute: '2-digit' });
      case 'date':
        return this.clock({ year: 'numeric', month: 'long', day: 'numeric' });
      case 'weekday':
        return this.clock({ weekday: 'long' });
      case 'isotime':
        return this.clock({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, 'en-GB');
      case 'isodate':
        return this.clock({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA');
      case 'newline':
        return { value: '\n' };
      case 'noop':
        return { value: '' };
      case 'trim':
        return 'trim';
      default:
        return undefined;
    }
  }

  private clock(options: Intl.DateTimeFormatOptions, locale = 'en-US'): Part {
    const { now, timeZone } = this.context;
    const text = new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(now);
    // Intl puts a narrow no-break space before AM and PM.
    return { value: text.replaceAll('\u202f', ' ') };
  }

  /** `{{random::a::b}}`, or the older `{{random:a,b}}` with `\,` for a comma. Only what stands there separates, never a value. */
  private choose(name: 'random' | 'pick', parts: readonly Part[]): Part[] {
    const options = splitOptions(parts);
    const { pickSeed, randomSeed } = this.context;
    this.choices += 1;
    const seed = name === 'pick' ? pickSeed : randomSeed;
    const digest = createHash('sha256').update(`${name}\0${seed}\0${this.choices}\0${options.length}`).digest();
    return options[digest.readUInt32BE(0) % options.length] ?? [];
  }
}

function splitOptions(parts: readonly Part[]): Part[][] {
  const options: Part[][] = [[]];
  let separator: RegExp | undefined;
  for (const part of parts) {
    const option = options[options.length - 1] ?? [];
    if (part === 'trim' || !('literal' in part)) {
      option.push(part);
      continue;
    }
    let { literal } = part;
    if (separator === undefined) {
      const rest = literal.slice(literal.indexOf(':') + 1);
      separator = rest.startsWith(':') ? /::/ : /(?<!\\),/;
      literal = rest.startsWith(':') ? rest.slice(1) : rest;
    }
    const [head = '', ...more] = literal.split(separator).map((piece) => piece.replaceAll('\\,', ','));
    option.push({ literal: head });
    for (const piece of more) options.push([{ literal: piece }]);
  }
  return options;
}
