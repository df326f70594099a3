import { Injectable } from '@nestjs/common';
import { ECONOMY } from '@troupe/contracts/economy';
import { OperationsRepository } from './ledger/operations.repository.ts';

const DAY_MS = 86_400_000;
const BATCH_CREATORS = 100;

/** Lets shares mature whose holding period is over, up to the stable horizon of that moment: once per creator and stretch. */
@Injectable()
export class MatureEarningsService {
  constructor(private readonly ledger: OperationsRepository) {}

  /** Answers for how many creators something matured. */
  async mature(now: Date): Promise<number> {
    const upto = await this.ledger.stableBefore(new Date(now.getTime() - ECONOMY.payoutHoldingDays * DAY_MS));
    let posted = 0;
    let last = 0n;
    for (;;) {
      const wallets = await this.ledger.maturing(upto, last, BATCH_CREATORS);
      for (const wallet of wallets) if ((await this.ledger.mature(wallet, upto)) === 'posted') posted += 1;
      if (wallets.length < BATCH_CREATORS) return posted;
      last = wallets.at(-1) ?? last;
    }
  }
}
