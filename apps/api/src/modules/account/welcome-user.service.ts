import { Injectable } from '@nestjs/common';
import { OnEvent } from '@nestjs/event-emitter';
import { USER_REGISTERED, type UserRegistered } from '../auth/index.ts';
import { CoinFacade } from '../coin/index.ts';

/** Gives every new user a wallet and the welcome bonus, in the transaction that creates them. */
@Injectable()
export class WelcomeUserService {
  constructor(private readonly coin: CoinFacade) {}

  // Errors must reach the registration, which then rolls back; the emitter would swallow them by default.
  @OnEvent(USER_REGISTERED, { suppressErrors: false })
  async welcome(event: UserRegistered): Promise<void> {
    await this.coin.openWallet(event.tx, event.userId);
    await this.coin.grantWelcomeBonus(event.tx, event.userId);
  }
}
