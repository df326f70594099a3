import { Coin } from '@/components/brand/coin';
import { cn } from '@/lib/cn';
import { coinWord, formatCoins } from '@/lib/format';

/** The price of a message as the ticket that it buys, stuck to the edge of a portrait. */
export function PriceTicket({ microcoins, className }: { microcoins: number; className?: string }) {
  return (
    <span className={cn('price-ticket', className)}>
      <Coin size={14} />
      <span className="font-mono font-semibold tabular-nums">{formatCoins(microcoins)}</span>
      <span className="sr-only">{coinWord(microcoins)}</span>
      <span>a message</span>
    </span>
  );
}
