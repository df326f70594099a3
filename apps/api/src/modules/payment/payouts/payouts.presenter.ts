import { paymentProviderName } from '@troupe/contracts/http/payment';
import {
  type AdminPayout,
  type Payout,
  type PayoutDestination,
  type PayoutDetail,
  type PayoutProfile,
  payoutEvent,
  payoutReviewReason,
} from '@troupe/contracts/http/payout';
import { fiatCurrency } from '@troupe/contracts/money';
import { z } from 'zod';
import type { PayoutMoney } from '../../coin/index.ts';
import type { DestinationRow, ProfileRow } from './destinations.repository.ts';
import { maySendAgain } from './domain/next-call.ts';
import type { PayoutRow } from './payouts.repository.ts';

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

export function toPayout(row: PayoutRow): Payout {
  return {
    id: row.id,
    status: row.status,
    inReview: row.status === 'requested' && row.approvedAt === null,
    amountMicrocoins: Number(row.amountMicrocoins),
    rateMicrosPerCoin: Number(row.rateMicrosPerCoin),
    pays: { currency: fiatCurrency.parse(row.currency), amountMinor: Number(row.amountMinor) },
    feeMinor: Number(row.feeMinor),
    provider: paymentProviderName.parse(row.provider),
    destinationId: row.destinationId,
    destinationHint: row.destination.hint,
    failureCode: row.failureCode,
    rejectionReason: row.rejectionReason,
    journalId: row.requestJournal.toString(),
    createdAt: row.createdAt.toISOString(),
    sentAt: iso(row.sentAt),
    paidAt: iso(row.paidAt),
    endedAt: iso(row.endedAt),
  };
}

export function toDetail(row: PayoutRow, events: readonly { kind: string; by: string; at: Date }[]): PayoutDetail {
  return {
    payout: toPayout(row),
    events: events.map(({ kind, by, at }) => payoutEvent.parse({ kind, by, at: at.toISOString() })),
  };
}

export function toAdminPayout(row: PayoutRow): AdminPayout {
  return {
    payout: toPayout(row),
    userId: row.userId,
    legalName: row.destination.legalName,
    country: row.destination.country,
    reviewReasons: z.array(z.enum(payoutReviewReason.options)).parse(row.reviewReasons),
    providerRef: row.providerRef,
    attempts: row.attempts,
    isStalled:
      row.status === 'in_flight' &&
      row.providerRef === null &&
      row.sentAt !== null &&
      !maySendAgain(row.sentAt, new Date()),
  };
}

/** The terms as the ledger takes them. */
export function moneyOf(row: PayoutRow): PayoutMoney {
  return {
    payoutId: row.id,
    walletId: row.wallet,
    amountMicrocoins: row.amountMicrocoins,
    amountMinor: row.amountMinor,
    feeMinor: row.feeMinor,
    currency: fiatCurrency.parse(row.currency),
    provider: paymentProviderName.parse(row.provider),
  };
}

export function toDestination(row: DestinationRow): PayoutDestination {
  return {
    id: row.id,
    provider: paymentProviderName.parse(row.provider),
    currency: fiatCurrency.parse(row.currency),
    hint: row.hint,
    status: row.status === 'verified' ? 'verified' : 'unverified',
    createdAt: row.createdAt.toISOString(),
  };
}

export function toProfile(row: ProfileRow): PayoutProfile {
  return { ...row, updatedAt: row.updatedAt.toISOString() };
}
