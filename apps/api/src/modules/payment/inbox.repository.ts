import { Injectable } from '@nestjs/common';
import type { Database, Prisma, Tx } from '@troupe/database';
import { InjectDatabase } from '../../platform/database/database.module.ts';
import { retryAfter } from './domain/next-ask.ts';

const EVENT_FIELDS = {
  provider: true,
  eventId: true,
  type: true,
  state: true,
  paymentId: true,
  body: true,
  receivedAt: true,
  appliedAt: true,
  errorCode: true,
  tries: true,
  retryAt: true,
} as const;

export type EventRow = Prisma.WebhookEventGetPayload<{ select: typeof EVENT_FIELDS }>;
export type EventState = EventRow['state'];
type InboxTx = Pick<Tx, 'webhookEvent' | '$queryRaw'>;

export interface NewEvent {
  provider: string;
  eventId: string;
  type: string;
  refs: string[];
  body: Buffer;
}

export interface EventEnd {
  state: EventState;
  paymentId?: string;
  errorCode?: string | null;
  retryAt?: Date | null;
  appliedAt?: Date;
}

export interface EventsFilter {
  state: EventState;
  before: { receivedAt: Date; eventId: string } | undefined;
  limit: number;
}

/** Events of providers, as they came. */
@Injectable()
export class InboxRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /**
   * Keeps an event, waiting, and locks it until the transaction ends; copies of it wait here for one another. Answers how it stood before, undefined when it
   * is new.
   */
  async keep(tx: InboxTx, event: NewEvent): Promise<Pick<EventRow, 'state' | 'tries'> | undefined> {
    const added = await tx.webhookEvent.createMany({
      data: [{ ...event, body: new Uint8Array(event.body), state: 'waiting' }],
      skipDuplicates: true,
    });
    if (added.count === 1) return undefined;
    const [row] = await tx.$queryRaw<Pick<EventRow, 'state' | 'tries'>[]>`
      SELECT state, tries FROM webhook_event WHERE provider = ${event.provider} AND event_id = ${event.eventId} FOR NO KEY UPDATE`;
    return row;
  }

  async end(tx: Pick<Tx, 'webhookEvent'>, provider: string, eventId: string, end: EventEnd): Promise<void> {
    await tx.webhookEvent.update({
      where: { provider_eventId: { provider, eventId } },
      data: { ...end, tries: { increment: 1 } },
      select: { eventId: true },
    });
  }

  /** Leaves an event for later, after so many tries, and for people once there were enough. */
  async putOff(
    tx: Pick<Tx, 'webhookEvent'>,
    { provider, eventId }: { provider: string; eventId: string },
    { tries, ...end }: { state: EventState; tries: number; errorCode?: string },
  ): Promise<void> {
    await this.end(tx, provider, eventId, { ...end, retryAt: retryAfter(tries + 1, new Date()) });
  }

  /** Waiting events about any of these refs, oldest first, locked; those that others have locked look after themselves. */
  async waitingFor(tx: InboxTx, provider: string, refs: readonly string[], limit: number): Promise<EventRow[]> {
    const rows = await tx.$queryRaw<{ event_id: string }[]>`
      SELECT event_id FROM webhook_event WHERE provider = ${provider} AND state = 'waiting' AND refs && ${[...refs]}
      ORDER BY received_at LIMIT ${limit} FOR NO KEY UPDATE SKIP LOCKED`;
    return tx.webhookEvent.findMany({
      where: { provider, eventId: { in: rows.map((row) => row.event_id) } },
      orderBy: { receivedAt: 'asc' },
      take: limit,
      select: EVENT_FIELDS,
    });
  }

  /** Claims events that are due to be tried again; others look after `leaseMs`. */
  async claimDue(limit: number, leaseMs: number): Promise<EventRow[]> {
    const rows = await this.database.prisma.$queryRaw<{ provider: string; event_id: string }[]>`
      UPDATE webhook_event e SET retry_at = now() + ${leaseMs} * interval '1 millisecond'
      FROM (SELECT provider, event_id FROM webhook_event WHERE retry_at <= now() ORDER BY retry_at LIMIT ${limit} FOR NO KEY UPDATE SKIP LOCKED) due
      WHERE e.provider = due.provider AND e.event_id = due.event_id RETURNING e.provider, e.event_id`;
    return this.database.prisma.webhookEvent.findMany({
      where: { OR: rows.map((row) => ({ provider: row.provider, eventId: row.event_id })) },
      take: limit,
      select: EVENT_FIELDS,
    });
  }

  async find(provider: string, eventId: string): Promise<EventRow | null> {
    return this.database.prisma.webhookEvent.findUnique({
      where: { provider_eventId: { provider, eventId } },
      select: EVENT_FIELDS,
    });
  }

  /** Newest first. */
  async list({ state, before, limit }: EventsFilter): Promise<EventRow[]> {
    return this.database.prisma.webhookEvent.findMany({
      where: {
        state,
        ...(before === undefined
          ? {}
          : {
              OR: [
                { receivedAt: { lt: before.receivedAt } },
                { receivedAt: before.receivedAt, eventId: { lt: before.eventId } },
              ],
            }),
      },
      orderBy: [{ receivedAt: 'desc' }, { eventId: 'desc' }],
      take: limit,
      select: EVENT_FIELDS,
    });
  }
}
