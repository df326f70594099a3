import { lazy, memo, Suspense } from 'react';
import type { Run } from './prose';
import { isPlainProse, parseProse, wholeWords } from './prose';

/** Few replies need it and it weighs more than the rest of the chat together. */
const RichProse = lazy(() => import('./rich-prose').then((module) => ({ default: module.RichProse })));

interface ReplyProseProps {
  text: string;
  growing: boolean;
  /** It ended in the middle of a sentence: an action that was begun stays one. */
  cut: boolean;
}

/** The words of a reply. While it grows they appear whole, one by one, and nothing above them moves. */
export const ReplyProse = memo(function ReplyProse({ text, growing, cut }: ReplyProseProps) {
  const shown = growing ? wholeWords(text) : text;
  const plain = <PlainProse text={shown} growing={growing} cut={cut} />;
  if (isPlainProse(shown)) return plain;
  return (
    <Suspense fallback={plain}>
      <RichProse text={shown} />
    </Suspense>
  );
});

function PlainProse({ text, growing, cut }: ReplyProseProps) {
  const paragraphs = parseProse(text, growing || cut);
  return (
    <div className="reply-text">
      {paragraphs.map((runs, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs are only ever added at the end
        <p key={index}>
          {runs.map((run, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a paragraph are only ever added at the end
            <RunText key={at} run={run} growing={growing} />
          ))}
        </p>
      ))}
    </div>
  );
}

function RunText({ run, growing }: { run: Run; growing: boolean }) {
  const words = growing ? <Words text={run.text} /> : run.text;
  const stressed = run.strong ? <strong>{words}</strong> : words;
  return run.action ? <em>{stressed}</em> : stressed;
}

function Words({ text }: { text: string }) {
  return text.split(/(?<=\s)/).map((word, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: words are only ever added at the end
    <span key={index} className="fresh-word">
      {word}
    </span>
  ));
}
