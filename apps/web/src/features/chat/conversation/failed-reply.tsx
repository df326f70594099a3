import { Undo2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { formatPrice, priceWords } from '@/lib/format';
import type { ReplyLine } from '../transcript/lines';

/** What went wrong, in words of the house; the name is the persona's. */
const REASONS: Record<string, (name: string) => string> = {
  provider_timeout: (name) => `${name} took too long to answer.`,
  content_blocked: (name) => `What ${name} was about to say was held back by a check.`,
  provider_empty: (name) => `${name} came on stage and said nothing.`,
  generation_interrupted: (name) => `${name} was cut off: the house had to restart.`,
};
const lostForWords = (name: string) => `${name} lost the thread. It’s on us.`;

interface FailedReplyProps {
  line: ReplyLine;
  name: string;
  onAgain: (() => void) | null;
  againPriceMicrocoins: number;
  /** That price is the most it can cost. */
  byTokens: boolean;
}

/** A reply that failed: why, what became of the coins, and a way on. */
export function FailedReply({ line, name, onAgain, againPriceMicrocoins, byTokens }: FailedReplyProps) {
  const reason = (REASONS[line.failureCode ?? ''] ?? lostForWords)(name);
  const returned = line.charge?.refundedMicrocoins ?? 0;
  return (
    <div className="failed-reply">
      <p className="font-medium text-danger-ink">{reason}</p>
      {returned > 0 ? (
        <p className="flex items-start gap-1.5 text-sm text-success-ink">
          <Undo2 size={16} aria-hidden="true" className="mt-0.5 shrink-0" />
          <span>
            <strong className="font-semibold">Coins returned:</strong> {formatPrice(returned, false)} back in your
            wallet.
          </span>
        </p>
      ) : (
        <p className="text-sm text-muted">
          {line.content === ''
            ? 'You were not charged for it.'
            : 'More than a sentence had arrived, so the price stands. What was said stays here.'}
        </p>
      )}
      {onAgain === null ? null : (
        <Button variant="quiet" onClick={onAgain} className="mt-1 justify-self-start">
          Ask again for {priceWords(againPriceMicrocoins, byTokens)}
        </Button>
      )}
    </div>
  );
}
