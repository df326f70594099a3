import { Injectable } from '@nestjs/common';
import type { User } from '@troupe/contracts/http/auth';
import { AuthRepository } from './auth.repository.ts';

@Injectable()
export class AuthFacade {
  constructor(private readonly repository: AuthRepository) {}

  /** The user behind an id, or undefined. */
  async findUser(userId: string): Promise<User | undefined> {
    return this.repository.findUser(userId);
  }

  /** The id of the user with this lower-case handle, or undefined. */
  async findByHandle(handle: string): Promise<string | undefined> {
    return this.repository.findByHandle(handle);
  }

  /** What others see of these users; unknown ids are left out. */
  async describePeople(userIds: readonly string[]): Promise<ReadonlyMap<string, { handle: string; name: string }>> {
    const rows = await this.repository.findPeople(userIds);
    return new Map(rows.map(({ id, handle, name }) => [id, { handle, name }]));
  }
}
