import { Injectable } from '@nestjs/common';
import type { Payment, PaymentsPage } from '@troupe/contracts/http/payment';
import { z } from 'zod';
import { notFound } from '../../platform/errors/app-error.ts';
import { decodeCursor, encodeCursor } from '../../platform/ids/cursor.ts';
import { toPayment } from './payment.presenter.ts';
import { PaymentRepository } from './payment.repository.ts';

@Injectable()
export class ReadPaymentsService {
  constructor(private readonly payments: PaymentRepository) {}

  /** Throws `not_found` for another user's payment. */
  async find(userId: string, paymentId: string): Promise<Payment> {
    const row = await this.payments.findOwn(userId, paymentId);
    if (row === null) throw notFound('This payment');
    return toPayment(row);
  }

  async history(userId: string, cursor: string | undefined, limit: number): Promise<PaymentsPage> {
    const before = cursor === undefined ? undefined : decodeCursor(z.uuid(), cursor);
    const rows = await this.payments.listOwn(userId, before, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return { items: shown.map(toPayment), nextCursor: rows.length > limit && last ? encodeCursor(last.id) : null };
  }
}
