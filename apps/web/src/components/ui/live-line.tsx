import { Fragment } from 'react';
import { splitNarration } from '@/lib/narration';

/** A new word every so often, like somebody who thinks before speaking; slower after the end of a sentence. */
const WORD_MS = 62;
const PAUSE_MS = 320;

/**
 * A persona's line that says itself word by word. The whole text is in the page from the start, for readers and for the
 * layout: only its ink arrives late, by CSS alone, and at once under `prefers-reduced-motion`.
 */
export function LiveLine({ text, startMs = 900 }: { text: string; startMs?: number }) {
  let atMs = startMs;
  return splitNarration(text).map((part, index) => {
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
