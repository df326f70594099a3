import { Injectable } from '@nestjs/common';
import { Coalescer, type CoalescerLimits } from '../../platform/coalesce/coalescer.ts';
import { isDataFault } from '../../platform/database/statements.ts';
import { Metrics } from '../../platform/metrics/metrics.service.ts';
import { type PaidExchange, SendRepository, type SentRow } from './send.repository.ts';

/** Measured with `npm run bench:ledger`; larger batches win nothing any more and make the first of them wait. */
export const SEND_LIMITS: CoalescerLimits = {
  membersMax: 256,
  bytesMax: 2_000_000,
  waitingMax: 4_096,
  waitingBytesMax: 32_000_000,
  waitMaxMs: 5_000,
  batchesMax: 3,
};

export interface SendResult {
  row: SentRow;
  /** False for a request that joined the same one, which was already on its way: whoever began first goes on. */
  isFirst: boolean;
}

/** The paid messages of this process on their way into the database: those that arrive together go in one statement. */
@Injectable()
export class SendQueue {
  private readonly queue: Coalescer<PaidExchange, { row: SentRow; exchange: PaidExchange }>;

  constructor(repository: SendRepository, metrics: Metrics) {
    const sizes = metrics.histogram('chat_send_batch_messages', 'Messages per writing statement', [1, 4, 16, 64, 256]);
    this.queue = new Coalescer({
      run: async (exchanges) => {
        sizes.observe(exchanges.length);
        const rows = await repository.send(exchanges);
        return rows.flatMap((row, index) => {
          const exchange = exchanges[index];
          return exchange === undefined ? [] : [{ row, exchange }];
        });
      },
      keyOf: (exchange) => exchange.fanId,
      identityOf: (exchange) => `${exchange.fanId}:${exchange.key}:${exchange.requestHash}`,
      bytesOf: (exchange) => 400 + 2 * exchange.content.length,
      isMemberFault: isDataFault,
      limits: SEND_LIMITS,
    });
  }

  /** Charges and writes, or does neither. Throws `busy` when too many are waiting. */
  async send(exchange: PaidExchange): Promise<SendResult> {
    const result = await this.queue.submit(exchange);
    return { row: result.row, isFirst: result.exchange === exchange };
  }

  /** Resolves when nothing is waiting or on its way. */
  async drained(): Promise<void> {
    await this.queue.drained();
  }
}
