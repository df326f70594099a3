import { Injectable, Logger } from '@nestjs/common';
import { OperationsRepository } from './ledger/operations.repository.ts';

const BATCH_HOLDS_MAX = 200;

/** Frees holds that everybody forgot: whoever holds renews, so reaching the backstop means that something went wrong. */
@Injectable()
export class ExpireHoldsService {
  private readonly logger = new Logger('ExpireHolds');

  constructor(private readonly ledger: OperationsRepository) {}

  /** Answers how many were freed. */
  async expire(): Promise<number> {
    const holds = await this.ledger.expiredHolds(BATCH_HOLDS_MAX);
    let freed = 0;
    for (const hold of holds) if ((await this.ledger.expire(hold)) === 'released') freed += 1;
    if (freed > 0) this.logger.error(`freed ${freed} holds that nobody had settled or released`);
    return freed;
  }
}
