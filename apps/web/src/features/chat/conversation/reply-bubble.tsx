import { Ticket } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import { When } from '@/components/ui/when';
import { cn } from '@/lib/cn';
import { ReplyProse } from '../prose/reply-prose';
import type { ReplyLine } from '../transcript/lines';
import { isFinal } from '../transcript/lines';
import { FailedReply } from './failed-reply';

const ChargeStub = lazy(() => import('./charge-stub').then((module) => ({ default: module.ChargeStub })));

interface ReplyBubbleProps {
  line: ReplyLine;
  name: string;
  last: boolean;
  /** Sends the fan's message again as a new one; absent when that is not possible. */
  onAgain: (() => void) | null;
  againPriceMicrocoins: number;
}

/** What the persona says: waiting, word by word, or whole; with what it cost when somebody wants to know. */
export function ReplyBubble({ line, name, last, onAgain, againPriceMicrocoins }: ReplyBubbleProps) {
  const growing = !isFinal(line.status);
  const silent = line.content.trim() === '';
  return (
    <div data-line className="grid justify-items-start gap-1">
      {silent && growing ? <Waiting name={name} last={last} /> : null}
      {silent ? null : (
        <div
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
      )}
      {line.status === 'failed' ? (
        <FailedReply line={line} name={name} onAgain={onAgain} againPriceMicrocoins={againPriceMicrocoins} />
      ) : null}
      {growing ? null : <ReplyFoot line={line} last={last} />}
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

function ReplyFoot({ line, last }: { line: ReplyLine; last: boolean }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const paid = line.charge !== null;
  const stopped = line.status === 'stopped';
  if (!last && !paid && !stopped && !line.demoVoice) return null;
  return (
    <>
      <div className="flex min-h-6 flex-wrap items-center gap-x-2.5 px-1 text-xs text-muted">
        <When iso={line.createdAt} form="clock" />
        {stopped ? <span>You stopped it</span> : null}
        {line.demoVoice ? <DemoVoice /> : null}
        {paid ? (
          <button
            type="button"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
            className="text-button -my-2.5 text-xs"
          >
            <Ticket size={15} strokeWidth={1.7} aria-hidden="true" />
            {open ? 'Put it away' : 'Cost'}
            <span className="sr-only"> of this reply</span>
          </button>
        ) : null}
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

function DemoVoice() {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="text-button -my-2.5 text-xs"
      >
        <span className="rounded-full border border-line-strong px-2 py-0.5">demo voice</span>
      </button>
      <p id={id} className={open ? 'order-last w-full max-w-[52ch] pb-1 text-sm' : 'hidden'}>
        No language model is connected here, so a small built-in one answers in this character’s manner.
      </p>
    </>
  );
}
