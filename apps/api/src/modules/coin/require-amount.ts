import { amountNotWhole, amountOutOfRange } from './coin.errors.ts';
import { type AmountRange, judgeAmount } from './domain/amounts.ts';

/** The amount in microcoins, or throws `amount_out_of_range` or `amount_not_whole`. */
export function requireAmount(amountMicrocoins: number, range: AmountRange): bigint {
  const verdict = judgeAmount(amountMicrocoins, range);
  if (verdict.kind === 'out_of_range') throw amountOutOfRange(range);
  if (verdict.kind === 'not_whole') throw amountNotWhole();
  return verdict.amount;
}
