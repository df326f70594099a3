import { Injectable } from '@nestjs/common';
import { type SandboxEvent, sandboxEvent } from '@troupe/contracts/http/payment';
import { fiatCurrency } from '@troupe/contracts/money';
import { type Tx, UnitOfWork } from '@troupe/database';
import { InjectEnv } from '../../platform/config/config.module.ts';
import type { Env } from '../../platform/config/env.ts';
import { AppError, notFound } from '../../platform/errors/app-error.ts';
import { Failpoints } from '../../platform/failpoints/failpoints.service.ts';
import { RateLimits } from '../../platform/rate-limit/rate-limits.ts';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import { parseOrThrow } from '../../platform/validation/validate.ts';
import { CoinFacade } from '../coin/index.ts';
import { PaymentRepository, type PaymentRow } from './payment.repository.ts';
import { isSignedBy } from './webhook-signature.ts';

@Injectable()
export class SettlePaymentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: PaymentRepository,
    private readonly coin: CoinFacade,
    private readonly realtime: Realtime,
    private readonly failpoints: Failpoints,
    private readonly rates: RateLimits,
    @InjectEnv() private readonly env: Env,
  ) {}

  /**
   * Takes a webhook of the sandbox. However often it comes, its payment is credited once; event, status and coins commit together,
   * so an event is never marked as seen before its credit is written. Throws `invalid_signature`, `validation_failed` or `not_found`;
   * `rate_limited` after too many bad signatures from one address (`senderKey`). A good one is taken whatever came before it.
   */
  async takeSandboxEvent(senderKey: string, signature: string, rawBody: Buffer): Promise<void> {
    const secret = this.env.SANDBOX_WEBHOOK_SECRET;
    if (!this.env.SANDBOX_PAYMENTS || secret === undefined) throw notFound('The sandbox provider');
    if (!isSignedBy(secret, signature, rawBody, new Date())) {
      await this.rates.takeOrThrow('bad-signatures', senderKey);
      throw new AppError('invalid_signature', 'The signature does not fit this body');
    }
    const event = parseOrThrow(sandboxEvent, parseJson(rawBody));
    const payerId = await this.unitOfWork.run('settle-payment', (tx) => this.settle(tx, event));
    if (this.failpoints.armed) await this.failpoints.reach('webhook.after-commit');
    if (payerId !== undefined) this.realtime.toUser(payerId, 'balance', await this.coin.balance(payerId));
  }

  /** The user whose balance changed, or undefined when there was nothing left to do. */
  private async settle(tx: Tx, event: SandboxEvent): Promise<string | undefined> {
    const payment = await this.repository.lock(tx, event.paymentId);
    if (payment === null || payment.provider !== 'sandbox') throw notFound('This payment');
    const isNew = await this.repository.insertEvent(tx, 'sandbox', event.id, payment.id);
    // A later event can't move a settled payment: a cancellation that arrives after the money did changes nothing.
    if (!isNew || payment.status === 'succeeded') return undefined;
    if (event.type === 'payment.cancelled') {
      if (payment.status === 'created') await this.repository.settle(tx, payment.id, 'cancelled', null, new Date());
      return undefined;
    }
    return this.credit(tx, payment, event);
  }

  private async credit(tx: Tx, payment: PaymentRow, event: SandboxEvent): Promise<string> {
    const currency = fiatCurrency.parse(payment.currency);
    // The provider says what was paid; anything but the agreed price is not this payment.
    if (event.currency !== currency || event.amountMinor !== payment.amountMinor) {
      throw new AppError('validation_failed', 'The amount is not the one that was agreed');
    }
    if (this.failpoints.armed) await this.failpoints.reach('webhook.before-credit');
    const journalId = await this.coin.creditPurchase(tx, {
      ownerId: payment.userId,
      paymentId: payment.id,
      coinsMicrocoins: payment.coinsMicrocoins,
      bonusMicrocoins: payment.bonusMicrocoins,
      currency,
      amountMinor: payment.amountMinor,
    });
    if (this.failpoints.armed) await this.failpoints.reach('webhook.after-credit');
    await this.repository.settle(tx, payment.id, 'succeeded', journalId, new Date());
    return payment.userId;
  }
}

function parseJson(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'));
  } catch (cause) {
    throw new AppError('malformed_json', 'The body is not JSON', undefined, { cause });
  }
}
