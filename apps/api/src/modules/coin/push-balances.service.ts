import { Injectable, Logger } from '@nestjs/common';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import { ReadWalletService } from './read-wallet.service.ts';

/** Tells people's open pages what they have now. */
@Injectable()
export class PushBalancesService {
  private readonly logger = new Logger('PushBalances');

  constructor(
    private readonly wallets: ReadWalletService,
    private readonly realtime: Realtime,
  ) {}

  /** A push is a courtesy: the coins have moved, so a failure to tell of it must not look like a failure to move them. */
  async push(...ownerIds: readonly string[]): Promise<void> {
    await Promise.all(
      ownerIds.map(async (ownerId) => {
        try {
          this.realtime.toUser(ownerId, 'balance', await this.wallets.balance(ownerId));
        } catch (error) {
          this.logger.warn(`a balance was not pushed: ${error instanceof Error ? error.message : String(error)}`);
        }
      }),
    );
  }
}
