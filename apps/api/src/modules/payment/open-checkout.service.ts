import { Injectable } from '@nestjs/common';
import type {
  CheckoutAnswer,
  CheckoutForm,
  CheckoutRequest,
  CoinPackList,
  PaymentProviderName,
  PaymentProviders as ProvidersAnswer,
} from '@troupe/contracts/http/payment';
import { UnitOfWork } from '@troupe/database';
import { notFound } from '../../platform/errors/app-error.ts';
import { newId } from '../../platform/ids/ids.ts';
import { nextAsk } from './domain/next-ask.ts';
import { bonusOf, isToBeHad } from './domain/promotion.ts';
import { HearPaymentService } from './hear-payment.service.ts';
import { PackRepository, type PackRow, type PromotionRow } from './pack.repository.ts';
import * as errors from './payment.errors.ts';
import { priceOf, toPack, toPayment } from './payment.presenter.ts';
import { PaymentRepository, type PaymentRow } from './payment.repository.ts';
import { type OpenedCheckout, type PaymentProvider, ProviderFault } from './providers/payment-provider.ts';
import { PaymentProviders } from './providers/payment-providers.ts';

@Injectable()
export class OpenCheckoutService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: PaymentRepository,
    private readonly packRows: PackRepository,
    private readonly hearing: HearPaymentService,
    private readonly registry: PaymentProviders,
  ) {}

  async packs(): Promise<CoinPackList> {
    return { packs: (await this.packRows.activePacks()).map(toPack) };
  }

  /** What this user can pay with, and the promotion that would apply to their next purchase by itself. */
  async providers(userId: string): Promise<ProvidersAnswer> {
    const promotion = await this.promotionFor(userId, undefined);
    return {
      providers: this.registry.all().map(({ name, currencies }) => ({ name, currencies: [...currencies] })),
      firstPurchase:
        promotion === null
          ? null
          : {
              name: promotion.name,
              bonusPercent: promotion.bonusPercent,
              bonusMicrocoins: Number(promotion.bonusMicrocoins),
            },
    };
  }

  /**
   * Opens a payment at a provider with the pack's coins, the promotion's bonus and the price frozen on it. Throws `not_found` for a pack that isn't sold or a
   * provider that isn't set up, `currency_not_taken`, `promotion_not_available`, `payment_refused` or `payment_provider_unavailable`.
   */
  async open(
    userId: string,
    name: PaymentProviderName,
    form: CheckoutForm,
    { packId, currency, promotionCode }: CheckoutRequest,
  ): Promise<CheckoutAnswer> {
    const provider = this.registry.get(name);
    if (!provider.currencies.includes(currency)) throw errors.currencyNotTaken(currency);
    const pack = await this.packRows.findActivePack(packId);
    if (pack === null) throw notFound('This pack');
    const promotion = await this.promotionFor(userId, promotionCode?.toUpperCase());
    const row = await this.insert(userId, provider, pack, currency, promotion);
    const { handover } = await this.openAtProvider(provider, row, form);
    return { payment: toPayment(row), handover };
  }

  private async insert(
    userId: string,
    provider: PaymentProvider,
    pack: PackRow,
    currency: CheckoutRequest['currency'],
    promotion: PromotionRow | null,
  ): Promise<PaymentRow> {
    const now = new Date();
    return this.unitOfWork.run('open-checkout', (tx) =>
      this.payments.insert(tx, {
        id: newId(),
        userId,
        provider: provider.name,
        packId: pack.id,
        packName: pack.name,
        coinsMicrocoins: pack.coinsMicrocoins,
        bonusMicrocoins: pack.bonusMicrocoins,
        promotionId: promotion?.id ?? null,
        promotionMicrocoins: promotion === null ? 0n : bonusOf(promotion, pack.coinsMicrocoins),
        currency,
        amountMinor: priceOf(pack, currency),
        askAt: nextAsk('created', now, now) ?? now,
      }),
    );
  }

  /** The row is there first, so that whatever comes of the call has a payment that it is about. */
  private async openAtProvider(
    provider: PaymentProvider,
    row: PaymentRow,
    form: CheckoutForm,
  ): Promise<OpenedCheckout> {
    try {
      const opened = await provider.open({
        paymentId: row.id,
        userId: row.userId,
        email: await this.payments.emailOf(row.userId),
        customerRef: await this.payments.customerRef(row.userId, provider.name),
        amountMinor: row.amountMinor,
        currency: row.currency === 'INR' ? 'INR' : 'USD',
        description: `${row.packName} coin pack`,
        form,
      });
      await this.hearing.opened(provider, row, opened);
      return opened;
    } catch (error) {
      if (!(error instanceof ProviderFault)) throw error;
      await this.hearing.hear(provider, row.id, { refs: [], facts: { cancelled: true } });
      throw errors.providerFailed(error);
    }
  }

  /** Without a code: what applies to a first purchase, or nothing. */
  private async promotionFor(userId: string, code: string | undefined): Promise<PromotionRow | null> {
    const promotion = await this.packRows.findPromotion(code ?? null, new Date());
    if (promotion !== null && isToBeHad(promotion, await this.packRows.uses(promotion.id, userId))) return promotion;
    if (code !== undefined) throw errors.noSuchPromotion();
    return null;
  }
}
