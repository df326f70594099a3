import { type CoinPack, type Payment, paymentProviderName } from '@troupe/contracts/http/payment';
import { type FiatCurrency, fiatCurrency } from '@troupe/contracts/money';
import { disputeState } from './domain/payment-state.ts';
import type { PackRow } from './pack.repository.ts';
import type { PaymentRow } from './payment.repository.ts';

export const priceOf = (pack: PackRow, currency: FiatCurrency): number =>
  currency === 'USD' ? pack.usdMinor : pack.inrMinor;

export function toPack(row: PackRow): CoinPack {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    coinsMicrocoins: Number(row.coinsMicrocoins),
    bonusMicrocoins: Number(row.bonusMicrocoins),
    prices: fiatCurrency.options.map((currency) => ({ currency, amountMinor: priceOf(row, currency) })),
    highlighted: row.highlighted,
  };
}

export function toPayment(row: PaymentRow): Payment {
  return {
    id: row.id,
    provider: paymentProviderName.parse(row.provider),
    status: row.status,
    packName: row.packName,
    coinsMicrocoins: Number(row.coinsMicrocoins),
    bonusMicrocoins: Number(row.bonusMicrocoins + row.promotionMicrocoins),
    promotion: row.promotion?.name ?? null,
    failureCode: row.failureCode,
    refundedMinor: row.refundedMinor,
    disputedMinor: row.disputedMinor,
    dispute: disputeState(row.disputes),
    price: { currency: fiatCurrency.parse(row.currency), amountMinor: row.amountMinor },
    createdAt: row.createdAt.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
  };
}
