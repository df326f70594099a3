import { Injectable } from '@nestjs/common';
import type { TransactionSubject } from '@troupe/contracts/http/coin';

/** Who reads: the payer may learn which message it was, a creator only which persona. */
export type SubjectAudience = { kind: 'payer'; ownerId: string } | { kind: 'creator'; ownerId: string };

/**
 * What coin can't know about a charge: which message it paid for. The module that charges registers one of these, so that coin's history
 * and receipts can name the thing without depending on it.
 */
export interface ChargeSubjectSource {
  /** Subjects of those journals that the audience may see; missing ones stay without a name. */
  describe(audience: SubjectAudience, journalIds: readonly bigint[]): Promise<ReadonlyMap<bigint, TransactionSubject>>;
  /** The journal that paid for a message of this payer (the message or its reply), or undefined: not theirs is not there. */
  journalOf(payerId: string, messageId: string): Promise<bigint | undefined>;
}

@Injectable()
export class ChargeSubjects {
  private source: ChargeSubjectSource | undefined;

  register(source: ChargeSubjectSource): void {
    this.source = source;
  }

  async describe(
    audience: SubjectAudience,
    journalIds: readonly bigint[],
  ): Promise<ReadonlyMap<bigint, TransactionSubject>> {
    if (this.source === undefined || journalIds.length === 0) return new Map();
    return this.source.describe(audience, journalIds);
  }

  async journalOf(payerId: string, messageId: string): Promise<bigint | undefined> {
    return this.source?.journalOf(payerId, messageId);
  }
}
