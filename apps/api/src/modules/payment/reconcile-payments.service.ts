import { Injectable, Logger } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.ts';
import { Metrics } from '../../platform/metrics/metrics.service.ts';
import { nextAsk } from './domain/next-ask.ts';
import { HearPaymentService } from './hear-payment.service.ts';
import { InboxRepository } from './inbox.repository.ts';
import { PaymentRepository } from './payment.repository.ts';
import { ProviderFault } from './providers/payment-provider.ts';
import { PaymentProviders } from './providers/payment-providers.ts';
import { TakeEventService } from './take-event.service.ts';

const AT_ONCE = 20;
/** Longer than asking takes: another process may take over after it. */
const LEASE_MS = 120_000;
const UNANSWERED: ReadonlySet<ProviderFault['kind']> = new Set(['unavailable', 'misconfigured']);
/** Without an answer the plan's next step, which may be its last, would be lost. */
const UNANSWERED_AGAIN_MS = 3_600_000;

/** Asks providers about payments whose events never came, and tries events again that could not be acted on. */
@Injectable()
export class ReconcilePaymentsService {
  private readonly logger = new Logger('Payments');
  private readonly asked;

  constructor(
    private readonly payments: PaymentRepository,
    private readonly inbox: InboxRepository,
    private readonly hearing: HearPaymentService,
    private readonly events: TakeEventService,
    private readonly registry: PaymentProviders,
    metrics: Metrics,
  ) {
    this.asked = metrics.counter('payment_asked_total', 'Payments that providers were asked about', [
      'provider',
      'outcome',
    ] as const);
  }

  async reconcile(): Promise<void> {
    for (const event of await this.inbox.claimDue(AT_ONCE, LEASE_MS)) {
      await this.events.replay(event).catch((error: unknown) => this.warn(`event ${event.type}`, error));
    }
    for (const { id, provider } of await this.payments.claimToAsk(AT_ONCE, LEASE_MS)) {
      await this.ask(id, provider).catch((error: unknown) => this.warn(`payment ${id}`, error));
    }
  }

  private async ask(paymentId: string, name: string): Promise<void> {
    // One whose provider was switched off is asked about again when it is on.
    const provider = this.registry.find(name);
    const refs = provider === undefined ? [] : await this.payments.refsOf(paymentId);
    let isAnswered = true;
    if (provider !== undefined && refs.length > 0) {
      const { isPaid, nextAt } = await this.outlook(paymentId);
      try {
        // The last time that an open payment is asked about, it is closed: nobody will look at it any more.
        const known = await (nextAt === null && !isPaid ? provider.cancel(refs) : provider.fetch(refs));
        await this.hearing.hear(provider, paymentId, known);
        this.asked.inc({ provider: name, outcome: 'answered' });
      } catch (error) {
        this.asked.inc({ provider: name, outcome: 'failed' });
        // An answer that doesn't fit this payment is one too: it is not to be asked for every two minutes.
        if (!(error instanceof ProviderFault || error instanceof AppError)) throw error;
        isAnswered = !(error instanceof ProviderFault && UNANSWERED.has(error.kind));
        this.warn(`payment ${paymentId}`, error);
      }
    }
    const { nextAt } = await this.outlook(paymentId);
    const soon = new Date(Date.now() + UNANSWERED_AGAIN_MS);
    await this.payments.askAgain(paymentId, isAnswered || (nextAt !== null && nextAt < soon) ? nextAt : soon);
  }

  private async outlook(paymentId: string): Promise<{ isPaid: boolean; nextAt: Date | null }> {
    const { status, createdAt, settledAt } = await this.payments.stateOf(paymentId);
    return { isPaid: status === 'succeeded', nextAt: nextAsk(status, settledAt ?? createdAt, new Date()) };
  }

  private warn(about: string, error: unknown): void {
    this.logger.warn(`${about} was not reconciled: ${error instanceof Error ? error.message : String(error)}`);
  }
}
