import { ArrowDown } from 'lucide-react';
import { buttonClass } from '@/components/ui/button';

/** Over the messages while nothing arrives; `waiting` messages go out by themselves. */
export function ConnectionLine({ waiting }: { waiting: number }) {
  const kept = waiting === 1 ? 'Your message goes out' : `Your ${waiting} messages go out`;
  return (
    <p role="status" className="connection-line">
      <span aria-hidden="true" className="breath" />
      {waiting === 0 ? 'Reconnecting. Nothing is lost.' : `Offline. ${kept} when the line is back.`}
    </p>
  );
}

interface ToLatestProps {
  /** A reply is growing down there. */
  speaking: boolean;
  /** Messages that came while the fan read further up. */
  fresh: number;
  onPress: () => void;
}

/** The way back to the end, for whoever scrolled away from it. */
export function ToLatest({ speaking, fresh, onPress }: ToLatestProps) {
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 grid justify-items-center">
      <button
        type="button"
        onClick={onPress}
        className={buttonClass({ variant: 'quiet', className: 'pointer-events-auto shadow-lift' })}
      >
        <ArrowDown size={18} aria-hidden="true" />
        {words()}
      </button>
    </div>
  );

  function words(): string {
    if (speaking) return 'Still speaking: jump to the latest';
    if (fresh === 0) return 'Jump to the latest';
    return fresh === 1 ? '1 new message' : `${fresh} new messages`;
  }
}
