import { Injectable, Logger } from '@nestjs/common';
import type { Balance } from '@troupe/contracts/http/coin';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import { ReadWalletService } from './read-wallet.service.ts';

/** Tells somebody's open pages what they have now. */
@Injectable()
export class PushBalancesService {
  private readonly logger = new Logger('PushBalances');

  constructor(
    private readonly wallets: ReadWalletService,
    private readonly realtime: Realtime,
  ) {}

  /**
   * Pushes and returns the balance, or returns undefined when it couldn't be read. A push is a courtesy: the coins have moved, so a failure to
   * tell of it must not look like a failure to move them.
   */
  async push(ownerId: string): Promise<Balance | undefined> {
    try {
      const balance = await this.wallets.balance(ownerId);
      this.realtime.toUser(ownerId, 'balance', balance);
      return balance;
    } catch (error) {
      this.logger.warn(`a balance was not pushed: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }
}
