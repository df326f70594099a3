import { FastForward, RefreshCw } from 'lucide-react';
import { coinWord, formatCoins } from '@/lib/format';
import type { ReplyLine } from '../transcript/lines';
import { useChatActions, useChatState } from './chat-actions';
import { canGoOn, canRetake, takePriceMicrocoins } from './prices';

/** Under the last reply: another take, or more of this one, each with its price before the press. */
export function ReplyTools({ line }: { line: ReplyLine }) {
  const { regenerate, goOn } = useChatActions();
  const { priceMicrocoins, byTokens, free } = useChatState();
  // A reply that failed asks by itself.
  if (!free || line.status === 'failed') return null;
  const takePrice = takePriceMicrocoins(line, priceMicrocoins, byTokens);
  return (
    <>
      {canRetake(line) ? (
        <button type="button" onClick={() => regenerate(line, takePrice)} className="text-button -my-2.5 text-xs">
          <RefreshCw size={14} strokeWidth={1.9} aria-hidden="true" />
          Another take <Price microcoins={takePrice} byTokens={byTokens} />
        </button>
      ) : null}
      {canGoOn(line) && line.parentId !== null ? (
        <button type="button" onClick={() => goOn(line)} className="text-button -my-2.5 text-xs">
          <FastForward size={14} strokeWidth={1.9} aria-hidden="true" />
          Go on <Price microcoins={priceMicrocoins} byTokens={byTokens} />
        </button>
      ) : null}
    </>
  );
}

function Price({ microcoins, byTokens }: { microcoins: number; byTokens: boolean }) {
  if (microcoins === 0) return <span className="price-tag price-free">free</span>;
  return (
    <span className="price-tag">
      {byTokens ? 'up to ' : null}
      <span className="font-mono tabular-nums">{formatCoins(microcoins)}</span>
      <span className="sr-only"> {coinWord(microcoins)}</span>
    </span>
  );
}
