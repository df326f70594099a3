import { RotateCw } from 'lucide-react';
import { When } from '@/components/ui/when';
import { cn } from '@/lib/cn';
import { describeError } from '@/lib/errors';
import type { OwnLine } from '../transcript/lines';

/** What the fan wrote: there at once, and honest about whether it has arrived. */
export function OwnBubble({ line, last, onRetry }: { line: OwnLine; last: boolean; onRetry: (line: OwnLine) => void }) {
  return (
    <div data-line className="grid justify-items-end gap-1">
      <p className={cn('chat-bubble chat-bubble-own', last && 'chat-bubble-tail')}>
        <span className="sr-only">You: </span>
        {line.content}
      </p>
      {line.delivery === 'failed' ? <NotSent line={line} onRetry={onRetry} /> : null}
      {last && line.delivery !== 'failed' ? (
        <p className="px-1 text-xs text-muted">
          {line.delivery === 'sending' ? 'Sending…' : <When iso={line.createdAt} form="clock" />}
        </p>
      ) : null}
    </div>
  );
}

function NotSent({ line, onRetry }: { line: OwnLine; onRetry: (line: OwnLine) => void }) {
  const { title } = describeError(line.failureCode ?? 'network');
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-2 pr-1">
      <p className="text-sm text-danger-ink">Not sent: {title}</p>
      <button type="button" onClick={() => onRetry(line)} className="text-button text-danger-ink">
        <RotateCw size={16} aria-hidden="true" />
        Try again<span className="sr-only">; you won’t pay twice</span>
      </button>
    </div>
  );
}
