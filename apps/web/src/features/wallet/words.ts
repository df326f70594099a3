import type { Transaction } from '@troupe/contracts/http/coin';

const REFUND_REASONS: Record<string, string> = {
  stopped_by_fan: 'You stopped before the first word.',
  provider_timeout: 'The reply took too long.',
  provider_empty: 'The reply was empty.',
  generation_interrupted: 'The reply was cut off.',
};

/** Why coins went back, in a sentence. */
export function refundReason(code: string | null): string {
  return REFUND_REASONS[code ?? ''] ?? 'The reply failed.';
}

type Named = Pick<Transaction, 'kind' | 'subject' | 'counterpart'>;

/** What a transaction was, in the words of the history. */
export function transactionTitle(entry: Named & Pick<Transaction, 'amountMicrocoins'>): string {
  const { kind, subject, counterpart, amountMicrocoins } = entry;
  const name = subject?.title ?? '';
  switch (kind) {
    case 'message':
      return name === '' ? 'A message' : `Message to ${name}`;
    case 'refund':
      return name === '' ? 'Coins returned' : `Coins returned: ${name}`;
    case 'purchase':
      return name === '' ? 'Coins bought' : `Bought ${name}`;
    case 'welcome_bonus':
      return 'Welcome bonus';
    case 'bonus':
      return name === '' ? 'Bonus coins' : name;
    case 'gift':
      return giftTitle(counterpart?.handle ?? null, amountMicrocoins > 0);
    case 'tip':
      return tipTitle(name, counterpart?.handle ?? null);
    case 'swap':
      return 'Swapped from earnings';
    case 'payout':
      return amountMicrocoins > 0 ? 'Payout came back' : 'Payout';
    case 'correction':
      return name === '' ? 'Correction' : name;
    case 'clawback':
      return 'Taken back with your money';
    case 'clawback_return':
      return 'Returned: the payment stands';
  }
}

function giftTitle(handle: string | null, received: boolean): string {
  if (handle === null) return received ? 'A gift' : 'Coins sent';
  return received ? `Gift from @${handle}` : `Sent to @${handle}`;
}

function tipTitle(persona: string, handle: string | null): string {
  if (persona !== '') return `Tip for ${persona}`;
  return handle === null ? 'A tip' : `Tip for @${handle}`;
}
