import { ECONOMY } from '@troupe/contracts/economy';
import { describeError, errorCodeOf } from '../../../lib/errors';
import { coinWord, formatCoins } from '../../../lib/format';
import { parseCoins } from '../../../lib/parse-coins';

/** What the form says. */
export interface SendDraft {
  toHandle: string;
  coins: string;
  note: string;
}

export interface Gift {
  toHandle: string;
  amountMicrocoins: number;
  note?: string;
}

export type SendProblems = Partial<Record<'toHandle' | 'coins' | 'other', string>>;

const HANDLE = /^[a-z0-9_]{3,30}$/;
const amountWords = (microcoins: number) => `${formatCoins(microcoins)} ${coinWord(microcoins)}`;

/** The gift that a draft means, or what is wrong with it, field by field. */
export function readDraft(draft: SendDraft, ownHandle: string): { gift: Gift } | { problems: SendProblems } {
  const toHandle = draft.toHandle.trim().toLowerCase().replace(/^@/, '');
  const amountMicrocoins = parseCoins(draft.coins);
  const problems: SendProblems = {};
  if (!HANDLE.test(toHandle)) problems.toHandle = 'A handle has 3 to 30 letters, digits or _.';
  else if (toHandle === ownHandle) problems.toHandle = 'That’s you. Coins go to somebody else.';
  const { giftMinMicrocoins: min, giftWindowMaxMicrocoins: max } = ECONOMY;
  if (amountMicrocoins === null) problems.coins = 'How many coins? For instance 20, or 2.5.';
  else if (amountMicrocoins < min || amountMicrocoins > max) {
    problems.coins = `Between ${formatCoins(min)} and ${amountWords(max)}.`;
  }
  if (amountMicrocoins === null || Object.keys(problems).length > 0) return { problems };
  const note = draft.note.trim();
  return { gift: { toHandle, amountMicrocoins, ...(note !== '' && { note }) } };
}

/** What the server’s refusal means for the form; `most` is what could be sent now, if it said so. */
export function explainRefusal(error: unknown, gift: Gift): SendProblems {
  const most = mostOf(error);
  const rest = most === null ? '' : ` You can send ${amountWords(most)} now.`;
  switch (errorCodeOf(error)) {
    case 'not_found':
      return { toHandle: `Nobody here is called @${gift.toHandle}. Check the spelling.` };
    case 'recipient_is_self':
      return { toHandle: 'That’s you. Coins go to somebody else.' };
    case 'insufficient_coins':
      return { coins: 'You don’t have that many bought coins. Bonus coins can’t be sent.' };
    case 'coins_too_young':
      return { coins: `Only coins bought more than ${ECONOMY.payoutHoldingDays} days ago can be sent.${rest}` };
    case 'gift_limit_reached':
      return {
        coins: `No more than ${amountWords(ECONOMY.giftWindowMaxMicrocoins)} in ${ECONOMY.giftWindowHours} hours.${rest}`,
      };
    default: {
      const { title, hint } = describeError(error);
      return { other: `${title}. ${hint}` };
    }
  }
}

function mostOf(error: unknown): number | null {
  if (error === null || typeof error !== 'object' || !('details' in error)) return null;
  const { details } = error;
  if (details === null || typeof details !== 'object' || !('mostMicrocoins' in details)) return null;
  return typeof details.mostMicrocoins === 'number' ? details.mostMicrocoins : null;
}
