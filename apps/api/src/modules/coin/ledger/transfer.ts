/** One movement of money; both accounts are of one currency. */
export interface TransferInput {
  debit: bigint;
  credit: bigint;
  /** Above zero. */
  amount: bigint;
  kind: number;
}
