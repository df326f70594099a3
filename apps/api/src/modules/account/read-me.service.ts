import { Injectable } from '@nestjs/common';
import type { Me } from '@troupe/contracts/http/auth';
import { AppError } from '../../platform/errors/app-error.ts';
import { AuthFacade } from '../auth/index.ts';
import { CoinFacade } from '../coin/index.ts';

@Injectable()
export class ReadMeService {
  constructor(
    private readonly auth: AuthFacade,
    private readonly coin: CoinFacade,
  ) {}

  /** The signed-in user with balance. A token that outlived its user answers `unauthenticated`. */
  async me(userId: string): Promise<Me> {
    const user = await this.auth.findUser(userId);
    if (user === undefined) throw new AppError('unauthenticated', 'Please sign in');
    return { ...user, balance: await this.coin.balance(userId) };
  }
}
