import { errorCode } from '../errors.ts';
import { microcoins, microcoinsNonNegative } from '../money.ts';
import * as z from '../zod.ts';
import { id, instant, page, pageQuery } from './common.ts';
import { tokenPrice } from './persona-brief.ts';

export { type Balance, balance } from './balance.ts';

export const transactionKind = z.enum([
  'message',
  'refund',
  'purchase',
  'welcome_bonus',
  'bonus',
  'gift',
  'tip',
  'swap',
  'payout',
  'correction',
  'clawback',
  'clawback_return',
]);
export type TransactionKind = z.infer<typeof transactionKind>;

/** The other side of a gift. */
export const person = z.strictObject({ handle: z.string(), name: z.string() });
export type Person = z.infer<typeof person>;

/** Tokens of a prompt and of its reply; `estimated` when the provider told none. */
export const tokenCount = z.strictObject({
  prompt: z.int(),
  completion: z.int(),
  estimated: z.boolean(),
  price: tokenPrice,
});

/** What a transaction was for, in words and links that come from the module that caused it. */
export const transactionSubject = z.strictObject({
  title: z.string(),
  messageId: z.nullable(id),
  conversationId: z.nullable(id),
  personaSlug: z.nullable(z.string()),
  hueDegrees: z.nullable(z.number()),
  reason: z.nullable(errorCode),
  /** Of a price by tokens: what was counted, and the rates that were frozen at sending. Only its payer is told. */
  tokens: z.nullable(tokenCount),
});
export type TransactionSubject = z.infer<typeof transactionSubject>;

/**
 * One journal as its owner's wallet felt it; `amountMicrocoins` is signed, credits positive.
 * `balanceAfterMicrocoins` is null in a filtered list, which has no running balance,
 * and for a payout, which moves earnings and no coins that can be spent.
 */
export const transaction = z.strictObject({
  journalId: z.string(),
  kind: transactionKind,
  amountMicrocoins: microcoins,
  balanceAfterMicrocoins: z.nullable(microcoins),
  createdAt: instant,
  subject: z.nullable(transactionSubject),
  counterpart: z.nullable(person),
  note: z.nullable(z.string()),
});
export type Transaction = z.infer<typeof transaction>;

export const historyKind = z.enum(['message', 'purchase', 'bonus', 'refund', 'gift', 'tip', 'swap', 'payout']);
export type HistoryKind = z.infer<typeof historyKind>;
export const historyDirection = z.enum(['in', 'out']);
export type HistoryDirection = z.infer<typeof historyDirection>;

/** `from` and `to` are UTC days, both included. */
export const transactionsQuery = z.strictObject({
  ...pageQuery.shape,
  kind: z.optional(historyKind),
  direction: z.optional(historyDirection),
  from: z.optional(z.iso.date()),
  to: z.optional(z.iso.date()),
});
export type TransactionsQuery = z.infer<typeof transactionsQuery>;
export const transactionsPage = page(transaction);
export type TransactionsPage = z.infer<typeof transactionsPage>;

/** The ticket stub of one charged message. Parts sum to the price; shares sum to the price as well. */
export const receipt = z.strictObject({
  journalId: z.string(),
  messageId: id,
  status: z.enum(['charged', 'refunded']),
  priceMicrocoins: microcoinsNonNegative,
  coinsPartMicrocoins: microcoinsNonNegative,
  bonusPartMicrocoins: microcoinsNonNegative,
  creatorShareMicrocoins: microcoinsNonNegative,
  platformShareMicrocoins: microcoinsNonNegative,
  chargedAt: instant,
  refundedAt: z.nullable(instant),
  subject: transactionSubject,
});
export type Receipt = z.infer<typeof receipt>;

export const receiptParam = z.strictObject({ messageId: id });

export const proofParam = z.strictObject({ journalId: z.string().check(z.regex(/^\d{1,18}$/)) });

const digits = z.string().check(z.regex(/^-?\d{1,20}$/));

/**
 * Proof that a journal is in the sealed ledger. Hashes in hex; numbers as text, because they are 64 bits wide. A leaf is
 * SHA-256 of 0x00, the journal and its legs; a node of 0x01 and its two children (RFC 6962); a seal of 0x02, the hash of
 * the seal before, its root, its range and its number of journals.
 */
export const receiptProof = z.strictObject({
  journalId: digits,
  legs: z.array(
    z.strictObject({
      leg: z.int(),
      kind: z.int(),
      debit: digits,
      credit: digits,
      amount: digits,
      reverses: digits,
      createdAtMs: digits,
    }),
  ),
  path: z.array(z.strictObject({ side: z.enum(['left', 'right']), hash: z.string() })),
  seal: z.strictObject({
    number: digits,
    after: digits,
    upto: digits,
    journals: z.int(),
    root: z.string(),
    hash: z.string(),
    previousHash: z.string(),
  }),
});
export type ReceiptProof = z.infer<typeof receiptProof>;
