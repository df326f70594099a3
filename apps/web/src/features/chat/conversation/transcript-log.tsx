'use client';

import type { PersonaBrief } from '@troupe/contracts/http/persona';
import { memo } from 'react';
import { Avatar } from '@/components/ui/portrait';
import { useHydrated, useNow } from '@/lib/clock';
import { dayName } from '@/lib/time';
import type { Line } from '../transcript/lines';
import type { BubbleGroup } from './bubbles';
import { groupLines, isSameGroup } from './bubbles';
import { OwnBubble } from './own-bubble';
import { ReplyBubble } from './reply-bubble';

interface TranscriptLogProps {
  lines: readonly Line[];
  persona: PersonaBrief;
}

/** The conversation itself. Only whole lines are announced, by a region of its own: a stream read aloud is noise. */
export const TranscriptLog = memo(function TranscriptLog({ lines, persona }: TranscriptLogProps) {
  // Days begin at the reader's midnight, which the server doesn't know: after hydration they are counted anew.
  useHydrated();
  const end = lines.findLast((line) => line.id !== null);
  return (
    <div role="log" aria-live="off" aria-label={`Conversation with ${persona.name}`} className="grid gap-5">
      {groupLines(lines).map((group) => (
        <Group
          key={group.key}
          group={group}
          persona={persona}
          endKey={group.lines.some((line) => line === end) ? end?.key : undefined}
        />
      ))}
    </div>
  );
});

interface GroupProps {
  group: BubbleGroup;
  persona: PersonaBrief;
  /** The key of the conversation's last message, if it is here. */
  endKey: string | undefined;
}

/** Drawn anew only when one of its own lines changes: a long conversation stays still while its end grows. */
const Group = memo(
  function Group({ group, persona, endKey }: GroupProps) {
    const bubbles = group.lines.map((line, index) => {
      const last = index === group.lines.length - 1;
      if (line.kind === 'own') return <OwnBubble key={line.key} line={line} last={last} />;
      const end = line.key === endKey;
      return <ReplyBubble key={line.key} line={line} name={persona.name} last={last} end={end} />;
    });
    return (
      <>
        {group.newDay === null ? null : <DayHeading iso={group.newDay} />}
        {group.kind === 'own' ? (
          <div className="bubble-group grid gap-1.5 pl-12 max-sm:pl-6">{bubbles}</div>
        ) : (
          <div className="bubble-group flex gap-2.5">
            <Avatar persona={persona} sizePx={32} className="mt-1 max-sm:hidden" />
            <div className="grid min-w-0 flex-1 gap-1.5">{bubbles}</div>
          </div>
        )}
      </>
    );
  },
  (before, now) =>
    before.persona === now.persona && before.endKey === now.endKey && isSameGroup(before.group, now.group),
);

function DayHeading({ iso }: { iso: string }) {
  const now = useNow();
  return (
    <p suppressHydrationWarning className="day-heading">
      {dayName(iso, now)}
    </p>
  );
}
