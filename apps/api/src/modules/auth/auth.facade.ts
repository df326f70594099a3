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
}
