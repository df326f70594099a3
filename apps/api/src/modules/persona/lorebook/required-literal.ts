/** Shorter ones are in every text. */
const LITERAL_CHARS_MIN = 3;

const REPETITION = /^\{\d+(?:,\d*)?\}/;
const NAMED_CLASS = /^\[:\^?[a-z]+:\]/;

/**
 * The longest piece of plain ASCII text that whatever the pattern matches must contain, in any case of its letters; undefined when there is
 * none, or none that is easily seen. What stands in groups and classes is passed over.
 */
export function requiredLiteral(pattern: string): string | undefined {
  // RE2 reads what follows as plain text, whatever it looks like.
  if (pattern.includes('\\Q')) return undefined;
  let longest = '';
  let run = '';
  const end = (): void => {
    if (run.length > longest.length) longest = run;
    run = '';
  };
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at] ?? '';
    if (character === '|') return undefined;
    if (character === '*' || character === '?' || character === '{') {
      // May stand for nothing at all, or for several.
      run = run.slice(0, -1);
      end();
      at += (REPETITION.exec(pattern.slice(at))?.[0].length ?? 1) - 1;
    } else if (character === '(' || character === '[') {
      end();
      at = character === '(' ? endOfGroup(pattern, at) : endOfClass(pattern, at);
      if (at >= pattern.length) return undefined;
    } else if (character === '\\') {
      at += 1;
      const escaped = pattern[at] ?? '';
      if (/^[^\p{L}\p{N}]$/u.test(escaped) && escaped < '\x7f') run += escaped;
      else {
        end();
        // Letters and numbers after it may belong to it: \x41, \p{Greek}.
        while (/^[\p{L}\p{N}{}^]$/u.test(pattern[at + 1] ?? '')) at += 1;
      }
    } else if (/^[+.^$)\]}]$/.test(character) || character > '\x7e') end();
    else run += character;
  }
  end();
  return longest.length < LITERAL_CHARS_MIN ? undefined : longest;
}

function endOfClass(pattern: string, from: number): number {
  let at = from + (pattern[from + 1] === '^' ? 2 : 1);
  // A bracket that closes right away is a member.
  if (pattern[at] === ']') at += 1;
  for (; at < pattern.length && pattern[at] !== ']'; at += 1) {
    if (pattern[at] === '\\') at += 1;
    else at += (NAMED_CLASS.exec(pattern.slice(at, at + 20))?.[0].length ?? 1) - 1;
  }
  return at;
}

function endOfGroup(pattern: string, from: number): number {
  let depth = 0;
  for (let at = from; at < pattern.length; at += 1) {
    if (pattern[at] === '\\') at += 1;
    else if (pattern[at] === '[') at = endOfClass(pattern, at);
    else if (pattern[at] === '(') depth += 1;
    else if (pattern[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return pattern.length;
}
