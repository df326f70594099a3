import { Injectable } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import type { AuthSession, RegisterRequest, User } from '@troupe/contracts/http/auth';
import { UnitOfWork } from '@troupe/database';
import { newId } from '../../platform/ids/ids.ts';
import { emailTaken } from './auth.errors.ts';
import { USER_REGISTERED, type UserRegistered } from './auth.events.ts';
import { AuthRepository } from './auth.repository.ts';
import { OpenSessionService } from './open-session.service.ts';
import { Passwords } from './passwords.ts';

@Injectable()
export class RegisterUserService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: AuthRepository,
    private readonly passwords: Passwords,
    private readonly sessions: OpenSessionService,
    private readonly events: EventEmitter2,
  ) {}

  /** Creates a fan and signs them in. Throws `email_taken`. What listens (wallet, welcome bonus) commits with the user or not at all. */
  async register(request: RegisterRequest, userAgent: string): Promise<AuthSession> {
    const user: User = {
      id: newId(),
      email: request.email,
      name: request.name ?? request.email.split('@', 1)[0] ?? request.email,
      roles: ['fan'],
    };
    // Hashed before the transaction: it takes long enough to hold locks for nothing.
    const passwordHash = await this.passwords.hash(request.password);
    return this.unitOfWork.run('register', async (tx) => {
      const created = await this.repository.insertUser(tx, { ...user, passwordHash });
      if (!created) throw emailTaken();
      const event: UserRegistered = { tx, userId: user.id };
      await this.events.emitAsync(USER_REGISTERED, event);
      return this.sessions.open(tx, user, userAgent);
    });
  }
}
