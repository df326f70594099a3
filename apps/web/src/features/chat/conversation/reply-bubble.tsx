import { Ticket } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import { When } from '@/components/ui/when';
import { cn } from '@/lib/cn';
import { MoreButton, ReactionChip, SpeakingMark } from '../actions/bubble-extras';
import { useChatActions, useChatState } from '../actions/chat-actions';
import { ReplyTools } from '../actions/reply-tools';
import { SiblingArrows } from '../actions/sibling-arrows';
import { useTouch } from '../actions/use-touch';
import { ReplyProse } from '../prose/reply-prose';
import type { ReplyLine } from '../transcript/lines';
import { isFinal } from '../transcript/lines';
import { DemoVoice } from './demo-voice';
import { FootToggle } from './foot-toggle';

const FailedReply = lazy(() => import('./failed-reply').then((module) => ({ default: module.FailedReply })));
const ChargeStub = lazy(() => import('./charge-stub').then((module) => ({ default: module.ChargeStub })));

interface ReplyBubbleProps {
  line: ReplyLine;
  name: string;
  /** The last bubble of its group. */
  last: boolean;
  /** The last message of the conversation. */
  end: boolean;
}

/** What the persona says: waiting, word by word, or whole; with what it cost when somebody wants to know. */
export function ReplyBubble({ line, name, last, end }: ReplyBubbleProps) {
  const { regenerate } = useChatActions();
  const { priceMicrocoins, byTokens, free, wishedId } = useChatState();
  const touch = useTouch(line);
  const growing = !isFinal(line.status);
  const silent = line.content.trim() === '';
  return (
    <div data-line-id={line.id} className="grid justify-items-start gap-1">
      {silent && growing ? <Waiting name={name} last={last} /> : null}
      {silent ? null : (
        <div className="bubble-row">
          <div
            {...touch}
            className={cn('chat-bubble chat-bubble-reply', last && 'chat-bubble-tail')}
            aria-busy={growing || undefined}
          >
            <span className="sr-only">{name}: </span>
            <ReplyProse
              text={line.content}
              growing={growing}
              cut={line.status === 'stopped' || line.status === 'failed'}
            />
          </div>
          {growing ? null : <MoreButton line={line} whose={`this reply of ${name}`} />}
        </div>
      )}
      <ReactionChip line={line} />
      {line.status === 'failed' ? (
        <Suspense fallback={<div className="failed-reply h-28" />}>
          <FailedReply
            line={line}
            name={name}
            onAgain={free && line.parentId !== null ? () => regenerate(line, priceMicrocoins) : null}
            againPriceMicrocoins={priceMicrocoins}
            byTokens={byTokens}
          />
        </Suspense>
      ) : null}
      {growing ? null : <ReplyFoot line={line} last={last} end={end} />}
      {wishedId === line.id ? <Waiting name={name} last /> : null}
    </div>
  );
}

/** Before the first word: the light is on, nobody has spoken yet. */
function Waiting({ name, last }: { name: string; last: boolean }) {
  return (
    <div className={cn('chat-bubble chat-bubble-reply flex h-12 items-center gap-1.5', last && 'chat-bubble-tail')}>
      <span className="sr-only">{name} is about to speak</span>
      {[0, 1, 2].map((dot) => (
        <span key={dot} aria-hidden="true" className="breath" style={{ animationDelay: `${dot * 160}ms` }} />
      ))}
    </div>
  );
}

function ReplyFoot({ line, last, end }: { line: ReplyLine; last: boolean; end: boolean }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const paid = line.charge !== null;
  const stopped = line.status === 'stopped';
  if (!last && !paid && !stopped && !line.demoVoice && line.siblingIds.length < 2) return null;
  return (
    <>
      <div className="reply-foot">
        <SiblingArrows line={line} what="takes" />
        <When iso={line.createdAt} form="clock" />
        {stopped ? <span>You stopped it</span> : null}
        {line.demoVoice ? <DemoVoice /> : null}
        {paid ? (
          <FootToggle open={open} controls={id} onToggle={() => setOpen(!open)}>
            <Ticket size={15} strokeWidth={1.7} aria-hidden="true" />
            {open ? 'Put it away' : 'Cost'}
            <span className="sr-only"> of this reply</span>
          </FootToggle>
        ) : null}
        {end ? <ReplyTools line={line} /> : null}
        <SpeakingMark line={line} />
      </div>
      <div id={id} className={open ? 'w-full pt-1 pb-3' : 'hidden'}>
        {open && line.charge !== null ? (
          <Suspense fallback={<div className="h-44" />}>
            <ChargeStub messageId={line.id} charge={line.charge} />
          </Suspense>
        ) : null}
      </div>
    </>
  );
}
