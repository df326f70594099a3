import { Injectable } from '@nestjs/common';
import type { Receipt } from '@troupe/contracts/http/coin';
import { notFound } from '../../platform/errors/app-error.ts';
import { ChargeSubjects } from './charge-subjects.ts';
import { KIND } from './ledger/kinds.ts';
import { LedgerRepository } from './ledger/ledger.repository.ts';

@Injectable()
export class ReadReceiptService {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly subjects: ChargeSubjects,
  ) {}

  /** The receipt of a charged message, for its payer only; throws `not_found` for everything else. */
  async receipt(payerId: string, messageId: string): Promise<Receipt> {
    const journal = await this.subjects.journalOf(payerId, messageId);
    if (journal === undefined) throw notFound('This receipt');
    const [legs, subjects] = await Promise.all([
      this.ledger.charge(payerId, journal),
      this.subjects.describe({ kind: 'payer', ownerId: payerId }, [journal]),
    ]);
    const first = legs[0];
    const subject = subjects.get(journal);
    if (first === undefined || subject === undefined) throw notFound('This receipt');
    const sum = (...kinds: number[]): number =>
      Number(legs.filter((leg) => kinds.includes(leg.kind)).reduce((total, leg) => total + leg.amount, 0n));
    return {
      journalId: journal.toString(),
      messageId,
      status: first.refunded_at === null ? 'charged' : 'refunded',
      priceMicrocoins: sum(KIND.chargeShare, KIND.chargeFee, KIND.chargePromoShare, KIND.chargePromoFee),
      coinsPartMicrocoins: sum(KIND.chargeShare, KIND.chargeFee),
      bonusPartMicrocoins: sum(KIND.chargePromoShare, KIND.chargePromoFee),
      creatorShareMicrocoins: sum(KIND.chargeShare, KIND.chargePromoShare),
      platformShareMicrocoins: sum(KIND.chargeFee, KIND.chargePromoFee),
      chargedAt: first.created_at.toISOString(),
      refundedAt: first.refunded_at?.toISOString() ?? null,
      subject,
    };
  }
}
