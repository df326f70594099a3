import type { Transaction } from '@troupe/contracts/http/coin';

/** Which receipt an entry leads to: a message has a ticket of its own, everything else the journal's. */
export interface ReceiptTarget {
  of: 'message' | 'journal';
  id: string;
}

export function receiptTarget({ journalId, subject }: Pick<Transaction, 'journalId' | 'subject'>): ReceiptTarget {
  const messageId = subject?.messageId ?? null;
  return messageId === null ? { of: 'journal', id: journalId } : { of: 'message', id: messageId };
}

export function receiptHref({ of, id }: ReceiptTarget): string {
  return of === 'message' ? `/wallet/receipt/${id}` : `/wallet/receipt/journal/${id}`;
}
