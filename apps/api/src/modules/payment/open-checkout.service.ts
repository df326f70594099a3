import { Injectable } from '@nestjs/common';
import type { CoinPackList, Payment, PaymentsPage, SandboxCheckoutRequest } from '@troupe/contracts/http/payment';
import { UnitOfWork } from '@troupe/database';
import { z } from 'zod';
import { InjectEnv } from '../../platform/config/config.module.ts';
import type { Env } from '../../platform/config/env.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { decodeCursor, encodeCursor } from '../../platform/ids/cursor.ts';
import { newId } from '../../platform/ids/ids.ts';
import { priceOf, toPack, toPayment } from './payment.presenter.ts';
import { PaymentRepository } from './payment.repository.ts';

@Injectable()
export class OpenCheckoutService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: PaymentRepository,
    @InjectEnv() private readonly env: Env,
  ) {}

  async packs(): Promise<CoinPackList> {
    return { packs: (await this.repository.activePacks()).map(toPack) };
  }

  /** Opens a sandbox payment with the pack's coins and price frozen on it. Throws `not_found` for a pack that isn't sold. */
  async openSandbox(userId: string, request: SandboxCheckoutRequest): Promise<Payment> {
    if (!this.env.SANDBOX_PAYMENTS) throw notFound('The sandbox provider');
    const pack = await this.repository.findActivePack(request.packId);
    if (pack === null) throw notFound('This pack');
    const row = await this.unitOfWork.run('open-checkout', (tx) =>
      this.repository.insert(tx, {
        id: newId(),
        userId,
        provider: 'sandbox',
        packId: pack.id,
        packName: pack.name,
        coinsMicrocoins: pack.coinsMicrocoins,
        bonusMicrocoins: pack.bonusMicrocoins,
        currency: request.currency,
        amountMinor: priceOf(pack, request.currency),
      }),
    );
    return toPayment(row);
  }

  async find(userId: string, paymentId: string): Promise<Payment> {
    const row = await this.repository.findOwn(userId, paymentId);
    if (row === null) throw notFound('This payment');
    return toPayment(row);
  }

  async history(userId: string, cursor: string | undefined, limit: number): Promise<PaymentsPage> {
    const before = cursor === undefined ? undefined : decodeCursor(z.uuid(), cursor);
    const rows = await this.repository.listOwn(userId, before, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return { items: shown.map(toPayment), nextCursor: rows.length > limit && last ? encodeCursor(last.id) : null };
  }
}
