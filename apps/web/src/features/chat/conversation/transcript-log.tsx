'use client';

import type { PersonaBrief } from '@troupe/contracts/http/persona';
import { memo } from 'react';
import { Avatar } from '@/components/ui/portrait';
import { useHydrated, useNow } from '@/lib/clock';
import { dayName } from '@/lib/time';
import type { Line, OwnLine, ReplyLine } from '../transcript/lines';
import type { BubbleGroup } from './bubbles';
import { groupLines } from './bubbles';
import { OwnBubble } from './own-bubble';
import { ReplyBubble } from './reply-bubble';

interface TranscriptLogProps {
  lines: readonly Line[];
  persona: PersonaBrief;
  priceMicrocoins: number;
  onRetry: (line: OwnLine) => void;
  /** Sends a text as a new message; null while that is not possible. */
  onAgain: ((content: string) => void) | null;
}

/** The conversation itself. Only whole lines are announced, by a region of its own: a stream read aloud is noise. */
export const TranscriptLog = memo(function TranscriptLog(props: TranscriptLogProps) {
  // Days begin at the reader's midnight, which the server doesn't know: after hydration they are counted anew.
  useHydrated();
  return (
    <div role="log" aria-live="off" aria-label={`Conversation with ${props.persona.name}`} className="grid gap-5">
      {groupLines(props.lines).map((group) => (
        <Group key={group.key} group={group} {...props} />
      ))}
    </div>
  );
});

function Group({ group, persona, ...props }: TranscriptLogProps & { group: BubbleGroup }) {
  const bubbles = group.lines.map((line, index) => (
    <LineBubble key={line.key} line={line} last={index === group.lines.length - 1} persona={persona} {...props} />
  ));
  return (
    <>
      {group.newDay === null ? null : <DayHeading iso={group.newDay} />}
      {group.kind === 'own' ? (
        <div className="grid gap-1.5 pl-12">{bubbles}</div>
      ) : (
        <div className="flex gap-2.5">
          <Avatar persona={persona} sizePx={32} className="mt-1 max-sm:hidden" />
          <div className="grid min-w-0 flex-1 gap-1.5 pr-6">{bubbles}</div>
        </div>
      )}
    </>
  );
}

function LineBubble({ line, last, lines, persona, priceMicrocoins, onRetry, onAgain }: LineBubbleProps) {
  if (line.kind === 'own') return <OwnBubble line={line} last={last} onRetry={onRetry} />;
  const question = questionOf(line, lines);
  return (
    <ReplyBubble
      line={line}
      name={persona.name}
      last={last}
      onAgain={onAgain === null || question === null ? null : () => onAgain(question.content)}
      againPriceMicrocoins={priceMicrocoins}
    />
  );
}

type LineBubbleProps = TranscriptLogProps & { line: Line; last: boolean };

function questionOf(reply: ReplyLine, lines: readonly Line[]): OwnLine | null {
  const parent = lines.find((line) => line.id === reply.parentId);
  return parent?.kind === 'own' ? parent : null;
}

function DayHeading({ iso }: { iso: string }) {
  const now = useNow();
  return (
    <p suppressHydrationWarning className="day-heading">
      {dayName(iso, now)}
    </p>
  );
}
