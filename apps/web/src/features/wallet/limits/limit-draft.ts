import { LIMITS } from '@troupe/contracts/limits';
import { parseCoins } from '../../../lib/parse-coins';

export const LIMIT_FIELDS = ['dailyMicrocoins', 'messageMicrocoins', 'lowBalanceMicrocoins'] as const;
export type LimitField = (typeof LIMIT_FIELDS)[number];
export type LimitDraft = Record<LimitField, string>;

/** Limits as they were typed, in coins; an empty field is no limit. Or what is wrong, field by field. */
export function readLimits(
  draft: LimitDraft,
): { limits: Record<LimitField, number | null> } | { problems: Partial<Record<LimitField, string>> } {
  const limits: Record<LimitField, number | null> = {
    dailyMicrocoins: null,
    messageMicrocoins: null,
    lowBalanceMicrocoins: null,
  };
  const problems: Partial<Record<LimitField, string>> = {};
  for (const field of LIMIT_FIELDS) {
    if (draft[field].trim() === '') continue;
    const microcoins = parseCoins(draft[field]);
    if (microcoins === null || microcoins > LIMITS.ownLimitMicrocoinsMax) {
      problems[field] = 'A number of coins, for instance 20. Leave it empty for none.';
    }
    limits[field] = microcoins;
  }
  return Object.keys(problems).length > 0 ? { problems } : { limits };
}
