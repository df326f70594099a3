/** A run of text in one voice: said, done (*an action*), or stressed. */
export interface Run {
  text: string;
  action: boolean;
  strong: boolean;
}

/**
 * Marks that only a whole Markdown renderer reads right: code, headings, quotes, lists, rules, tables, links, pictures,
 * escapes and entities.
 */
const RICH =
  /`|\*\*\*|___|~~|\\[\\`*_[\]#>-]|!?\[[^\]\n]{0,300}\]\(|&[a-z#0-9]{2,10};|^ {0,3}(?:#{1,6} |>|[-+*] |\d{1,9}[.)] |\||(?:[-*_=] ?){3,}$)|^(?: {4}|\t)\S/im;

/** True when paragraphs, *actions* and **stress** are all there is, so that the small renderer is enough. */
export function isPlainProse(text: string): boolean {
  return !RICH.test(text);
}

/** Paragraphs, each in runs. In an `unfinished` text an action that is not closed yet already counts as one. */
export function parseProse(text: string, unfinished = false): Run[][] {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => parseParagraph(paragraph, unfinished));
}

/** The text without its marks, for a screen reader and for the line in a list. */
export function spokenText(text: string): string {
  return text
    .replace(/[*_`#>~]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * What to show of a text that still grows: whole words only, so that none changes its line after it appeared. Scripts
 * that don't part their words with spaces are shown as they come.
 */
export function wholeWords(text: string): string {
  const end = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n'));
  const rest = text.length - end - 1;
  return rest > 24 || /[\u3040-\u9fff\uac00-\ud7af\u0e00-\u0eff]$/.test(text) ? text : text.slice(0, end + 1);
}

const WORD = /[\p{L}\p{N}]/u;

/** One pass, no backtracking: the text is a stranger's and may be made of nothing but asterisks. */
function parseParagraph(text: string, unfinished: boolean): Run[] {
  const runs: Run[] = [];
  const opened = new Map<'action' | 'strong', { run: number; mark: string }>();
  let current = '';
  const flush = () => {
    if (current !== '') runs.push({ text: current, action: opened.has('action'), strong: opened.has('strong') });
    current = '';
  };
  for (let at = 0; at < text.length; ) {
    const mark = markAt(text, at);
    const kind = mark.length === 2 ? 'strong' : 'action';
    const open = opened.get(kind);
    if (mark !== '' && open?.mark === mark && canClose(text, at, mark)) {
      flush();
      opened.delete(kind);
    } else if (mark !== '' && open === undefined && canOpen(text, at, mark)) {
      flush();
      opened.set(kind, { run: runs.length, mark });
    } else current += mark === '' ? text[at] : mark;
    at += Math.max(1, mark.length);
  }
  flush();
  if (!unfinished) for (const [kind, { run, mark }] of opened) undo(runs, kind, run, mark);
  return runs;
}

function markAt(text: string, at: number): string {
  const char = text[at];
  if (char !== '*' && char !== '_') return '';
  return text[at + 1] === char ? char + char : char;
}

function canOpen(text: string, at: number, mark: string): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + mark.length] ?? ' ';
  return !/\s/.test(after) && (mark.startsWith('*') ? !WORD.test(before) || WORD.test(after) : !WORD.test(before));
}

function canClose(text: string, at: number, mark: string): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + mark.length] ?? ' ';
  return !/\s/.test(before) && (mark.startsWith('*') || !WORD.test(after));
}

/** A mark that nothing closed is just a character. */
function undo(runs: Run[], kind: 'action' | 'strong', from: number, mark: string): void {
  const first = runs[from];
  if (first === undefined) {
    runs.push({ text: mark, action: false, strong: false });
    return;
  }
  first.text = mark + first.text;
  for (const run of runs.slice(from)) run[kind] = false;
}
