import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type {
  Payment,
  SandboxConfirmRequest,
  SandboxEvent,
  SandboxFacts,
  SandboxOutcome,
} from '@troupe/contracts/http/payment';
import { InjectEnv } from '../../../../platform/config/config.module.ts';
import type { Env } from '../../../../platform/config/env.ts';
import { AppError, notFound } from '../../../../platform/errors/app-error.ts';
import { ReadPaymentsService } from '../../read-payments.service.ts';
import { SandboxChargeRepository } from './sandbox-charge.repository.ts';
import { SIGNATURE_HEADER, sandboxRef } from './sandbox-provider.ts';
import { signWebhook } from './webhook-signature.ts';

const WEBHOOK_TIMEOUT_MS = 10_000;

type Told = Pick<SandboxEvent, 'type' | 'refund' | 'dispute'>;

/** The pretend provider's own side: what somebody presses on its page goes into its books, and out as a signed POST to our webhook. */
@Injectable()
export class SandboxDeskService {
  constructor(
    private readonly payments: ReadPaymentsService,
    private readonly charges: SandboxChargeRepository,
    private readonly host: HttpAdapterHost,
    @InjectEnv() private readonly env: Env,
  ) {}

  /**
   * Does what was pressed, and returns the payment as it then stands. Throws `not_found` for another user's payment; `payment_refused` for what can't be
   * done to it, as a refund of what nobody paid; `payment_provider_unavailable` when the webhook didn't get through or wasn't taken: the same may be pressed again.
   */
  async confirm(userId: string, { paymentId, outcome }: SandboxConfirmRequest): Promise<Payment> {
    const secret = this.env.SANDBOX_WEBHOOK_SECRET;
    if (!this.env.SANDBOX_PAYMENTS || secret === undefined) throw notFound('The sandbox provider');
    const payment = await this.payments.find(userId, paymentId);
    const charge = await this.charges.find(sandboxRef(paymentId));
    if (charge === null) throw notFound('This payment');
    const { currency, amountMinor } = payment.price;
    const { facts, told } = press(outcome, charge.facts, { currency, amountMinor });
    await this.charges.save(charge.ref, facts);
    await this.deliver({ id: `evt_${randomUUID()}`, paymentId, currency, amountMinor, ...told }, secret);
    return this.payments.find(userId, paymentId);
  }

  private async deliver(event: SandboxEvent, secret: string): Promise<void> {
    const body = Buffer.from(JSON.stringify(event));
    const unavailable = (options?: ErrorOptions) =>
      new AppError(
        'payment_provider_unavailable',
        'The payment provider can’t be reached right now: please try again',
        undefined,
        options,
      );
    const answer = await fetch(`${this.ownOrigin()}/payment/sandbox/webhook`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [SIGNATURE_HEADER]: signWebhook(secret, body, new Date()) },
      body,
      signal: AbortSignal.timeout(WEBHOOK_TIMEOUT_MS),
    }).catch((cause: unknown) => {
      throw unavailable({ cause });
    });
    // Nothing reads the answer, and an unread body would keep its connection.
    await answer.body?.cancel();
    if (!answer.ok) throw unavailable();
  }

  private ownOrigin(): string {
    const address: unknown = this.host.httpAdapter.getHttpServer().address();
    const port = typeof address === 'object' && address !== null && 'port' in address ? address.port : this.env.PORT;
    return `http://127.0.0.1:${String(port)}`;
  }
}

/** What a button makes of the sandbox's books, and what it tells us of it. */
function press(
  outcome: SandboxOutcome,
  facts: SandboxFacts,
  price: NonNullable<SandboxFacts['paid']>,
): { facts: SandboxFacts; told: Told } {
  switch (outcome) {
    case 'succeeded':
      return { facts: { ...facts, paid: price }, told: { type: 'payment.succeeded' } };
    case 'pending':
      return { facts: { ...facts, pending: true }, told: { type: 'payment.pending' } };
    case 'failed':
      return { facts: { ...facts, failed: true }, told: { type: 'payment.failed' } };
    case 'cancelled':
      return { facts: { ...facts, cancelled: true }, told: { type: 'payment.cancelled' } };
    case 'refunded': {
      const refund = { ref: `sbxr_${randomUUID()}`, amountMinor: leftOf(facts), status: 'succeeded' as const };
      return {
        facts: { ...facts, refunds: [...(facts.refunds ?? []), refund] },
        told: { type: 'refund.updated', refund },
      };
    }
    default: {
      const status = outcome === 'disputed' ? 'open' : outcome === 'dispute_won' ? 'won' : 'lost';
      const open = (facts.disputes ?? []).find((known) => known.status === 'open');
      if (status !== 'open' && open === undefined) throw refused('There is no open dispute');
      const dispute = {
        ref: open?.ref ?? `sbxd_${randomUUID()}`,
        amountMinor: open?.amountMinor ?? leftOf(facts),
        status,
      } as const;
      const others = (facts.disputes ?? []).filter((known) => known.ref !== dispute.ref);
      return { facts: { ...facts, disputes: [...others, dispute] }, told: { type: 'dispute.updated', dispute } };
    }
  }
}

const refused = (message: string): AppError => new AppError('payment_refused', message);

/** Of the price, what was paid and has not gone back. */
function leftOf({ paid, refunds = [], disputes = [] }: SandboxFacts): number {
  const away = [
    ...refunds.filter(({ status }) => status !== 'failed'),
    ...disputes.filter(({ status }) => status !== 'won'),
  ];
  const left = away.reduce((sum, fact) => sum - fact.amountMinor, paid?.amountMinor ?? 0);
  if (left <= 0) throw refused('Nothing is left that could go back');
  return left;
}
