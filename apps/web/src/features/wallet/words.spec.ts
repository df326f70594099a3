import type { Transaction } from '@troupe/contracts/http/coin';
import { transactionTitle } from './words';

const entry = (change: Partial<Transaction>): Transaction => ({
  journalId: '1',
  kind: 'gift',
  amountMicrocoins: -1,
  balanceAfterMicrocoins: null,
  createdAt: '2026-11-21T10:00:00.000Z',
  subject: null,
  counterpart: { handle: 'kim', name: 'Kim' },
  note: null,
  ...change,
});
const orla = {
  title: 'Orla',
  messageId: null,
  conversationId: null,
  personaSlug: 'orla',
  hueDegrees: 1,
  reason: null,
  tokens: null,
};

describe('an entry of the history', () => {
  it.each([
    [entry({}), 'Sent to @kim'],
    [entry({ amountMicrocoins: 1 }), 'Gift from @kim'],
    [entry({ amountMicrocoins: 1, counterpart: null }), 'A gift'],
    [entry({ kind: 'tip', subject: orla }), 'Tip for Orla'],
    [entry({ kind: 'tip' }), 'Tip for @kim'],
    [entry({ kind: 'tip', counterpart: null }), 'A tip'],
    [entry({ kind: 'swap', counterpart: null }), 'Swapped from earnings'],
    [entry({ kind: 'message', subject: orla }), 'Message to Orla'],
  ])('is called by what it was (%#)', (transaction, title) => {
    expect(transactionTitle(transaction)).toBe(title);
  });
});
