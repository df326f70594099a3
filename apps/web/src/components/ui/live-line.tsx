import { Fragment } from 'react';
import type { NarrationPart } from '@/lib/narration';
import { splitNarration } from '@/lib/narration';

/** A new word every so often, like somebody who thinks before speaking; slower after the end of a sentence. */
const WORD_MS = 62;
const PAUSE_MS = 320;

/**
 * A persona's line that says itself word by word, by CSS alone, and at once under `prefers-reduced-motion`. Its place is
 * reserved from the start; who listens instead of looking gets the whole text at once.
 */
export function LiveLine({ text, startMs = 900 }: { text: string; startMs?: number }) {
  const parts = splitNarration(text);
  return (
    <>
      <span className="sr-only">{parts.map((part) => part.text).join('')}</span>
      <span aria-hidden="true">{spokenParts(parts, startMs)}</span>
    </>
  );
}

function spokenParts(parts: readonly NarrationPart[], startMs: number) {
  let atMs = startMs;
  return parts.map((part, index) => {
    const words = part.text.split(/(\s+)/).map((word, position) => {
      if (word.trim() === '') return word;
      const style = { animationDelay: `${atMs}ms` };
      atMs += /[.?!…]["”’]?$/.test(word) ? WORD_MS + PAUSE_MS : WORD_MS;
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of a fixed text never change places
        <span key={position} className="live-word" style={style}>
          {word}
        </span>
      );
    });
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a fixed text never change places
    return part.narrated ? <em key={index}>{words}</em> : <Fragment key={index}>{words}</Fragment>;
  });
}
