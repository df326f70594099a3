import type { IncomingHttpHeaders } from 'node:http';
import { Injectable, Logger } from '@nestjs/common';
import type { PaymentProviderName } from '@troupe/contracts/http/payment';
import { type Tx, UnitOfWork } from '@troupe/database';
import { AppError } from '../../platform/errors/app-error.ts';
import { Failpoints } from '../../platform/failpoints/failpoints.service.ts';
import { Metrics } from '../../platform/metrics/metrics.service.ts';
import { RateLimits } from '../../platform/rate-limit/rate-limits.ts';
import { CoinFacade } from '../coin/index.ts';
import { ApplyFactsService } from './apply-facts.service.ts';
import { type EventRow, type EventState, InboxRepository } from './inbox.repository.ts';
import * as errors from './payment.errors.ts';
import { PaymentRepository } from './payment.repository.ts';
import { ApplyPayoutFactsService } from './payouts/apply-payout-facts.service.ts';
import { type PaymentProvider, type ProviderEvent, ProviderFault } from './providers/payment-provider.ts';
import { PaymentProviders } from './providers/payment-providers.ts';

/** A NUL or half a character, as JSON writes them, in whatever field: no text in Postgres holds one. */
const UNSTORABLE = /\\u(?:0000|d[89a-f][0-9a-f]{2})/;
/** Events that waited for the same payment. */
const WAITING_MAX = 50;

/** What providers post: kept as it came, and acted on in the same transaction. */
@Injectable()
export class TakeEventService {
  private readonly logger = new Logger('Payments');
  private readonly counted;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly providers: PaymentProviders,
    private readonly inbox: InboxRepository,
    private readonly payments: PaymentRepository,
    private readonly facts: ApplyFactsService,
    private readonly payouts: ApplyPayoutFactsService,
    private readonly coin: CoinFacade,
    private readonly rates: RateLimits,
    private readonly failpoints: Failpoints,
    metrics: Metrics,
  ) {
    this.counted = metrics.counter('payment_webhooks_total', 'Webhooks of payment providers', [
      'provider',
      'outcome',
    ] as const);
  }

  /**
   * Takes a webhook. However often it comes, what it says is done once; it is never marked as seen before that. One that can't be acted on is kept, tried
   * again and shown to admins. Throws `invalid_signature`, and `rate_limited` after too many of those from one address (`senderKey`); `not_found` for a provider
   * that isn't set up; `validation_failed` for a body that is no event.
   */
  async take(
    name: PaymentProviderName,
    rawBody: Buffer,
    headers: IncomingHttpHeaders,
    senderKey: string,
  ): Promise<void> {
    const provider = this.providers.get(name);
    if (!provider.isSigned(rawBody, headers, new Date())) {
      this.counted.inc({ provider: name, outcome: 'bad_signature' });
      await this.rates.takeOrThrow('bad-signatures', senderKey);
      throw errors.badSignature();
    }
    const event = readOrThrow(provider, rawBody, headers);
    await this.act(provider, event, rawBody);
    if (this.failpoints.armed) await this.failpoints.reach('webhook.after-commit');
  }

  /** Acts once more on an event that was kept. */
  async replay({ provider: name, eventId, body, state, tries }: EventRow): Promise<void> {
    const rawBody = Buffer.from(body ?? []);
    let known: { provider: PaymentProvider; event: ProviderEvent };
    try {
      const provider = this.providers.get(name);
      known = { provider, event: readOrThrow(provider, rawBody, headersOf(eventId)) };
    } catch (error) {
      // Its provider was switched off, or doesn't understand it any more: it must not hold up the others.
      if (!(error instanceof AppError)) throw error;
      const end = { state, errorCode: error.code, tries };
      await this.unitOfWork.run('put-off-event', (tx) => this.inbox.putOff(tx, { provider: name, eventId }, end));
      return;
    }
    await this.act(known.provider, known.event, rawBody);
  }

  private async act(provider: PaymentProvider, event: ProviderEvent, body: Buffer): Promise<void> {
    try {
      const { touched, outcome } = await this.unitOfWork.run('take-event', (tx) =>
        this.within(tx, provider, event, body),
      );
      this.counted.inc({ provider: provider.name, outcome });
      for (const userId of new Set(touched)) await this.coin.pushBalance(userId);
    } catch (error) {
      const isKept = await this.keepFailed(provider, event, body, error);
      // What we decided stays decided, so telling the provider to come again would only lose its patience.
      if (!(error instanceof AppError && isKept)) throw error;
    }
  }

  private async within(tx: Tx, provider: PaymentProvider, event: ProviderEvent, body: Buffer) {
    const refs = event.about === 'nothing' ? [] : event.refs;
    const before = await this.inbox.keep(tx, {
      provider: provider.name,
      eventId: event.id,
      type: event.type,
      refs,
      body,
    });
    if (isDone(before)) return { touched: [], outcome: 'duplicate' };
    return this.follow(tx, provider, event, before?.tries ?? 0);
  }

  /** Does what an event says that is kept already, and what others said that waited for the same payment. */
  private async follow(
    tx: Tx,
    provider: PaymentProvider,
    event: ProviderEvent,
    tries: number,
  ): Promise<{ touched: string[]; outcome: string }> {
    const end = this.inbox.end.bind(this.inbox, tx, provider.name, event.id);
    const now = new Date();
    if (event.about === 'payout') return this.followPayout(tx, provider, event, tries);
    if (event.about !== 'payment') {
      await end({ state: 'ignored', appliedAt: now, retryAt: null });
      return { touched: [], outcome: 'ignored' };
    }
    const payment = await this.payments.lock(tx, provider.name, event.paymentId, event.refs);
    if (payment === null) {
      // Its ref is linked by whoever brings it; looking again is for the moment at which both came at once.
      await this.inbox.putOff(tx, { provider: provider.name, eventId: event.id }, { state: 'waiting', tries });
      return { touched: [], outcome: 'waiting' };
    }
    const touched = await this.facts.apply(tx, payment, event.facts, now);
    const added = await this.payments.addRefs(tx, provider.name, payment.id, event.refs);
    await end({ state: 'applied', paymentId: payment.id, appliedAt: now, errorCode: null, retryAt: null });
    return { touched: [...touched, ...(await this.catchUp(tx, provider, added))], outcome: 'applied' };
  }

  /** One that we don't know waits: a payout may be told of before its sending has noted what it is called there. */
  private async followPayout(
    tx: Tx,
    { name: provider }: PaymentProvider,
    { id, payoutId, refs, facts }: Extract<ProviderEvent, { about: 'payout' }>,
    tries: number,
  ): Promise<{ touched: string[]; outcome: string }> {
    const applied = await this.payouts.apply(tx, { provider, payoutId, refs }, facts);
    if (applied.outcome === 'unknown') {
      await this.inbox.putOff(tx, { provider, eventId: id }, { state: 'waiting', tries });
      return { touched: [], outcome: 'waiting' };
    }
    const end = { state: 'applied', appliedAt: new Date(), errorCode: null, retryAt: null } as const;
    await this.inbox.end(tx, provider, id, end);
    return { touched: [], outcome: 'applied' };
  }

  /** What was told of a payment before anybody knew that it was about this one. */
  async catchUp(tx: Tx, provider: PaymentProvider, refs: readonly string[]): Promise<string[]> {
    if (refs.length === 0) return [];
    const touched: string[] = [];
    for (const row of await this.inbox.waitingFor(tx, provider.name, refs, WAITING_MAX)) {
      if (row.body === null) continue;
      try {
        const event = readOrThrow(provider, Buffer.from(row.body), headersOf(row.eventId));
        touched.push(...(await this.follow(tx, provider, event, row.tries)).touched);
      } catch (error) {
        // Refused before anything was written for it; the event that brought us here has nothing to do with that.
        if (!(error instanceof AppError)) throw error;
        await this.inbox.putOff(tx, row, { state: 'failed', errorCode: error.code, tries: row.tries });
      }
    }
    return touched;
  }

  /** Nothing of it was written; that it came is kept, so that it is tried again and somebody can see it. False when that failed too. */
  private async keepFailed(
    provider: PaymentProvider,
    event: ProviderEvent,
    body: Buffer,
    error: unknown,
  ): Promise<boolean> {
    const errorCode = error instanceof AppError ? error.code : 'internal';
    this.counted.inc({ provider: provider.name, outcome: 'failed' });
    this.logger.warn(`event ${event.type} of ${provider.name} could not be acted on: ${errorCode}`);
    const refs = event.about === 'nothing' ? [] : event.refs;
    return this.unitOfWork
      .run('keep-failed-event', async (tx) => {
        const kept = { provider: provider.name, eventId: event.id, type: event.type, refs, body };
        const before = await this.inbox.keep(tx, kept);
        if (isDone(before)) return true;
        await this.inbox.putOff(tx, kept, { state: 'failed', errorCode, tries: before?.tries ?? 0 });
        return true;
      })
      .catch((cause: unknown) => {
        this.logger.warn(`a failed event was not kept: ${String(cause)}`);
        return false;
      });
  }
}

const isDone = (before: { state: EventState } | undefined): boolean =>
  before?.state === 'applied' || before?.state === 'ignored';

/** The one thing of a kept event that isn't in its body: Razorpay's id of it. */
const headersOf = (eventId: string): IncomingHttpHeaders => ({ 'x-razorpay-event-id': eventId });

function readOrThrow(provider: PaymentProvider, rawBody: Buffer, headers: IncomingHttpHeaders): ProviderEvent {
  const refusal = (cause?: ProviderFault) =>
    new AppError('validation_failed', 'The body is not an event of this provider', undefined, { cause });
  let event: ProviderEvent;
  try {
    event = provider.read(rawBody, headers);
  } catch (cause) {
    if (!(cause instanceof ProviderFault)) throw cause;
    throw refusal(cause);
  }
  if (UNSTORABLE.test(JSON.stringify(event))) throw refusal();
  return event;
}
