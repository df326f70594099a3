import { Injectable } from '@nestjs/common';
import type { AuthSession, LoginRequest } from '@troupe/contracts/http/auth';
import { UnitOfWork } from '@troupe/database';
import { RateLimits } from '../../platform/rate-limit/rate-limits.ts';
import { invalidCredentials } from './auth.errors.ts';
import { AuthRepository } from './auth.repository.ts';
import { OpenSessionService, type Visitor } from './open-session.service.ts';
import { Passwords } from './passwords.ts';

@Injectable()
export class LoginService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: AuthRepository,
    private readonly passwords: Passwords,
    private readonly sessions: OpenSessionService,
    private readonly limits: RateLimits,
  ) {}

  /** Signs in with e-mail and password. Throws `invalid_credentials`, or `rate_limited` per e-mail, wherever the attempts come from. */
  async login(request: LoginRequest, visitor: Visitor): Promise<AuthSession> {
    await this.limits.takeOrThrow('login-email', request.email);
    const found = await this.repository.findCredentials(request.email);
    const matches = await this.passwords.matches(found?.passwordHash, request.password);
    if (found === undefined || !matches) throw invalidCredentials();
    const session = await this.unitOfWork.run('login', (tx) => this.sessions.open(tx, found.user, visitor));
    this.sessions.announce(found.user.id, visitor);
    return session;
  }
}
