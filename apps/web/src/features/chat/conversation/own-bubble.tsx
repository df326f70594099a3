import { CloudOff, RotateCw } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { When } from '@/components/ui/when';
import { cn } from '@/lib/cn';
import { describeError } from '@/lib/errors';
import { MoreButton, ReactionChip, SpeakingMark } from '../actions/bubble-extras';
import { useChatActions, useChatState } from '../actions/chat-actions';
import { SiblingArrows } from '../actions/sibling-arrows';
import { useTouch } from '../actions/use-touch';
import type { OwnLine } from '../transcript/lines';

const OwnEditor = lazy(() => import('../actions/own-editor').then((module) => ({ default: module.OwnEditor })));

const CareCard = lazy(() => import('../care/care-card').then((module) => ({ default: module.CareCard })));

/** What the fan wrote: there at once, and honest about whether it has arrived. */
export function OwnBubble({ line, last }: { line: OwnLine; last: boolean }) {
  const { editingId } = useChatState();
  // Written just now, here: the server's answer came after the bubble.
  const [fresh] = useState(line.care === null);
  const care =
    line.care === null ? null : (
      <Suspense fallback={null}>
        <CareCard fresh={fresh} />
      </Suspense>
    );
  if (line.id !== null && editingId === line.id) {
    return (
      <div data-line-id={line.id}>
        <Suspense fallback={<OwnText line={line} last={last} />}>
          <OwnEditor line={line} />
        </Suspense>
        {care}
      </div>
    );
  }
  const foot = last || line.siblingIds.length > 1 || line.delivery === 'waiting';
  return (
    <div data-line-id={line.id ?? undefined} className="grid justify-items-end gap-1">
      <OwnText line={line} last={last} />
      <ReactionChip line={line} />
      {line.delivery === 'failed' ? <NotSent line={line} /> : null}
      {foot && line.delivery !== 'failed' ? (
        <div className="flex flex-wrap items-center justify-end gap-x-2.5 px-1 text-xs text-muted">
          <SpeakingMark line={line} />
          <SiblingArrows line={line} what="versions" />
          <Delivery line={line} />
        </div>
      ) : null}
      {care}
    </div>
  );
}

function OwnText({ line, last }: { line: OwnLine; last: boolean }) {
  const touch = useTouch(line);
  return (
    <div className="bubble-row bubble-row-own">
      {line.id === null ? null : <MoreButton line={line} whose="your message" />}
      <p {...touch} className={cn('chat-bubble chat-bubble-own', last && 'chat-bubble-tail')}>
        <span className="sr-only">You: </span>
        {line.content}
      </p>
    </div>
  );
}

function Delivery({ line }: { line: OwnLine }) {
  if (line.delivery === 'sending') return <p>Sending…</p>;
  if (line.delivery === 'sent') return <When iso={line.createdAt} form="clock" />;
  return (
    <p className="flex items-center gap-1.5">
      <CloudOff size={14} aria-hidden="true" /> Goes out when you’re back online
    </p>
  );
}

function NotSent({ line }: { line: OwnLine }) {
  const { retry } = useChatActions();
  const { title, hint } = describeError(line.failureCode ?? 'network');
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-2 pr-1 text-right">
      <p className="text-sm">
        <span className="font-medium text-danger-ink">Not sent: {title}.</span>{' '}
        <span className="text-muted">{hint}</span>
      </p>
      <button type="button" onClick={() => retry(line)} className="text-button text-danger-ink">
        <RotateCw size={16} aria-hidden="true" />
        Try again<span className="sr-only">; you won’t pay twice</span>
      </button>
    </div>
  );
}
