export interface AmountRange {
  minMicrocoins: number;
  maxMicrocoins: number;
}

export type AmountVerdict = { kind: 'fine'; amount: bigint } | { kind: 'out_of_range' } | { kind: 'not_whole' };

/** Whether a number from outside may be moved: within its range first, then whole; NaN is in no range. */
export function judgeAmount(amountMicrocoins: number, range: AmountRange): AmountVerdict {
  const within = amountMicrocoins >= range.minMicrocoins && amountMicrocoins <= range.maxMicrocoins;
  if (!within) return { kind: 'out_of_range' };
  if (!Number.isSafeInteger(amountMicrocoins)) return { kind: 'not_whole' };
  return { kind: 'fine', amount: BigInt(amountMicrocoins) };
}
