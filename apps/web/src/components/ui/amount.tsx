import { Coin } from '@/components/brand/coin';
import { cn } from '@/lib/cn';
import { coinWord, formatCoins } from '@/lib/format';

/** An amount of coins: the drawing, the figures in mono, and the word for those who hear it (or see it, with `word`). */
export function Amount({
  microcoins,
  word = false,
  coinSize = 16,
  className,
}: {
  microcoins: number;
  word?: boolean;
  coinSize?: number;
  className?: string;
}) {
  return (
    <span className={cn('inline-flex items-center gap-1.5 whitespace-nowrap', className)}>
      <Coin size={coinSize} />
      <span className="font-mono font-medium tabular-nums">{formatCoins(microcoins)}</span>
      <span className={word ? undefined : 'sr-only'}>{coinWord(microcoins)}</span>
    </span>
  );
}
