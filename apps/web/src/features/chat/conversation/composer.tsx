'use client';

import { LIMITS } from '@troupe/contracts/limits';
import { ArrowUp, Square } from 'lucide-react';
import type { KeyboardEvent, Ref, RefObject } from 'react';
import { useId, useLayoutEffect, useRef } from 'react';
import { buttonClass } from '@/components/ui/button';
import { cn } from '@/lib/cn';
import { priceWords } from '@/lib/format';

/** From here on the fan sees how much room is left. */
const COUNTER_FROM_CHARS = LIMITS.messageCharsMax - 400;

interface ComposerProps {
  ref: Ref<HTMLTextAreaElement>;
  name: string;
  text: string;
  priceMicrocoins: number;
  /** The price is the most that a message can cost. */
  byTokens: boolean;
  /** A reply is being given: Stop stands where Send was. */
  running: boolean;
  stopping: boolean;
  onText: (text: string) => void;
  onSend: () => void;
  onStop: () => void;
  /** ArrowUp in the empty field. */
  onEditLast: () => void;
}

/** Where the fan writes. The price is on the button itself: nobody presses it without having seen it. */
export function Composer({ ref, name, text, running, onText, onSend, onEditLast, ...button }: ComposerProps) {
  const id = useId();
  const field = useRef<HTMLDivElement>(null);
  useGrowth(field, text);
  const left = LIMITS.messageCharsMax - text.length;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowUp' && text === '') {
      event.preventDefault();
      return onEditLast();
    }
    // Enter also chooses a word in an input method's list: that is not for us.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!running) onSend();
  };
  return (
    <div ref={field} className="composer-field">
      <label htmlFor={id} className="sr-only">
        Message {name}
      </label>
      <textarea
        ref={ref}
        id={id}
        rows={1}
        value={text}
        maxLength={LIMITS.messageCharsMax}
        enterKeyHint="send"
        placeholder={`Write to ${name}`}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
        aria-describedby={text.length >= COUNTER_FROM_CHARS ? `${id}-left` : undefined}
        className="composer-text"
      />
      {text.length >= COUNTER_FROM_CHARS ? (
        <p id={`${id}-left`} className="self-center font-mono text-xs text-muted tabular-nums">
          {left}
          <span className="sr-only"> characters left</span>
        </p>
      ) : null}
      <SendOrStop running={running} empty={text.trim() === ''} onSend={onSend} {...button} />
    </div>
  );
}

type SendOrStopProps = Pick<
  ComposerProps,
  'priceMicrocoins' | 'byTokens' | 'running' | 'stopping' | 'onSend' | 'onStop'
> & {
  empty: boolean;
};

function SendOrStop({ priceMicrocoins, byTokens, running, stopping, empty, onSend, onStop }: SendOrStopProps) {
  if (running) {
    return (
      <button
        type="button"
        aria-busy={stopping || undefined}
        onClick={stopping ? undefined : onStop}
        className={buttonClass({ variant: 'quiet', className: 'min-w-26 self-end bg-ground px-4 text-sm' })}
      >
        <Square size={14} fill="currentColor" aria-hidden="true" />
        {stopping ? 'Stopping' : 'Stop'}
      </button>
    );
  }
  return (
    <button
      type="button"
      aria-label={`Send for ${priceWords(priceMicrocoins, byTokens)}`}
      aria-disabled={empty || undefined}
      onClick={onSend}
      className={buttonClass({
        variant: empty ? 'quiet' : 'primary',
        className: cn('min-w-26 self-end pr-3 pl-4 text-sm', empty && 'bg-ground text-muted aria-disabled:opacity-100'),
      })}
    >
      <span>
        {byTokens ? 'up to ' : null}
        <span className="font-mono font-semibold tabular-nums">{priceWords(priceMicrocoins, false)}</span>
      </span>
      <ArrowUp size={20} strokeWidth={2.2} aria-hidden="true" />
    </button>
  );
}

/** Lets the field grow with its text, up to the height that its style allows. */
function useGrowth(field: RefObject<HTMLDivElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const area = field.current?.querySelector('textarea');
    // Browsers that size a field by its content themselves need no help.
    if (!area || CSS.supports('field-sizing', 'content')) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  }, [field, text]);
}
