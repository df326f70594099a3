import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Payment, SandboxConfirmRequest, SandboxEvent } from '@troupe/contracts/http/payment';
import { InjectEnv } from '../../platform/config/config.module.ts';
import type { Env } from '../../platform/config/env.ts';
import { AppError, notFound } from '../../platform/errors/app-error.ts';
import { OpenCheckoutService } from './open-checkout.service.ts';
import { signWebhook } from './webhook-signature.ts';

const WEBHOOK_TIMEOUT_MS = 10_000;

/** The pretend provider's own side: what a real one does after its page, a signed POST to our webhook over HTTP. */
@Injectable()
export class SandboxProviderService {
  constructor(
    private readonly checkouts: OpenCheckoutService,
    private readonly host: HttpAdapterHost,
    @InjectEnv() private readonly env: Env,
  ) {}

  /**
   * Posts the outcome to the webhook and returns the payment as it then stands. Throws `not_found` for another user's payment, and
   * `payment_provider_unavailable` when the webhook didn't get through or wasn't taken; the same confirmation may be sent again.
   */
  async confirm(userId: string, request: SandboxConfirmRequest): Promise<Payment> {
    const secret = this.env.SANDBOX_WEBHOOK_SECRET;
    if (!this.env.SANDBOX_PAYMENTS || secret === undefined) throw notFound('The sandbox provider');
    const payment = await this.checkouts.find(userId, request.paymentId);
    const event: SandboxEvent = {
      id: `evt_${randomUUID()}`,
      type: request.outcome === 'succeeded' ? 'payment.succeeded' : 'payment.cancelled',
      paymentId: payment.id,
      currency: payment.price.currency,
      amountMinor: payment.price.amountMinor,
    };
    await this.deliver(event, secret);
    return this.checkouts.find(userId, request.paymentId);
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
      headers: { 'content-type': 'application/json', 'x-sandbox-signature': signWebhook(secret, body, new Date()) },
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
