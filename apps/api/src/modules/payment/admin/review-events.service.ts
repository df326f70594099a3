import { Injectable } from '@nestjs/common';
import type {
  WebhookEvent,
  WebhookEventDetail,
  WebhookEventParams,
  WebhookEventsPage,
  WebhookEventsQuery,
} from '@troupe/contracts/http/admin-payments';
import { paymentProviderName } from '@troupe/contracts/http/payment';
import { UnitOfWork } from '@troupe/database';
import { z } from 'zod';
import { writeAudit } from '../../../platform/audit/audit-trail.ts';
import { notFound } from '../../../platform/errors/app-error.ts';
import { decodeCursor, encodeCursor } from '../../../platform/ids/cursor.ts';
import { ledgerKey } from '../../coin/index.ts';
import { type EventRow, InboxRepository } from '../inbox.repository.ts';
import { TakeEventService } from '../take-event.service.ts';

const place = z.string().transform((text, context) => {
  const [receivedAt = '', ...rest] = text.split(' ');
  const at = new Date(receivedAt);
  if (!Number.isNaN(at.getTime())) return { receivedAt: at, eventId: rest.join(' ') };
  context.addIssue('not a place in this list');
  return z.NEVER;
});

/** What providers told that could not be acted on, and the rest of what they told. */
@Injectable()
export class ReviewEventsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: InboxRepository,
    private readonly events: TakeEventService,
  ) {}

  /** Newest first. */
  async list({ state, cursor, limit }: WebhookEventsQuery): Promise<WebhookEventsPage> {
    const before = cursor === undefined ? undefined : decodeCursor(place, cursor);
    const rows = await this.inbox.list({ state, before, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const nextCursor =
      rows.length > limit && last ? encodeCursor(`${last.receivedAt.toISOString()} ${last.eventId}`) : null;
    return { items: shown.map(toEvent), nextCursor };
  }

  /** Throws `not_found`. */
  async read({ provider, eventId }: WebhookEventParams): Promise<WebhookEventDetail> {
    const row = await this.find(provider, eventId);
    return { event: toEvent(row), body: row.body === null ? null : Buffer.from(row.body).toString('utf8') };
  }

  /** Acts on it once more, whatever came of it before; one that was done stays done. Throws `not_found`. */
  async replay(adminId: string, { provider, eventId }: WebhookEventParams): Promise<WebhookEventDetail> {
    const row = await this.find(provider, eventId);
    await this.unitOfWork.run('note-replay', (tx) =>
      writeAudit(tx, {
        actorId: adminId,
        action: 'payment_event.replay',
        // The trail names its subjects by UUID, and providers don't.
        subjectId: ledgerKey('event', `${provider}:${eventId}`),
        detail: { provider, eventId },
      }),
    );
    await this.events.replay(row);
    return this.read({ provider, eventId });
  }

  private async find(provider: string, eventId: string): Promise<EventRow> {
    const row = await this.inbox.find(provider, eventId);
    if (row === null) throw notFound('This event');
    return row;
  }
}

const toEvent = ({ body: _, provider, receivedAt, appliedAt, retryAt, ...row }: EventRow): WebhookEvent => ({
  ...row,
  provider: paymentProviderName.parse(provider),
  receivedAt: receivedAt.toISOString(),
  appliedAt: appliedAt?.toISOString() ?? null,
  retryAt: retryAt?.toISOString() ?? null,
});
