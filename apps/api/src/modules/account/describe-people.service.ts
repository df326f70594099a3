import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Person } from '@troupe/contracts/http/coin';
import { AuthFacade } from '../auth/index.ts';
import { CoinFacade, type PeopleSource } from '../coin/index.ts';

/** Tells coin who is behind a handle: neither auth nor coin knows the other. */
@Injectable()
export class DescribePeopleService implements PeopleSource, OnModuleInit {
  constructor(
    private readonly auth: AuthFacade,
    private readonly coin: CoinFacade,
  ) {}

  onModuleInit(): void {
    this.coin.registerPeople(this);
  }

  async findByHandle(handle: string): Promise<string | undefined> {
    return this.auth.findByHandle(handle);
  }

  async describe(userIds: readonly string[]): Promise<ReadonlyMap<string, Person>> {
    return this.auth.describePeople(userIds);
  }
}
