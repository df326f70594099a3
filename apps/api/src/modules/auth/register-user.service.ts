import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import type { AuthSession, RegisterRequest, User } from '@troupe/contracts/http/auth';
import { LIMITS } from '@troupe/contracts/limits';
import { type Tx, UnitOfWork } from '@troupe/database';
import { newId } from '../../platform/ids/ids.ts';
import { emailTaken } from './auth.errors.ts';
import { USER_REGISTERED, type UserRegistered } from './auth.events.ts';
import { AuthRepository, type NewUser } from './auth.repository.ts';
import { suggestHandle } from './domain/suggest-handle.ts';
import { OpenSessionService, type Visitor } from './open-session.service.ts';
import { Passwords } from './passwords.ts';

/** A handle has some 20 bits of chance behind its name: a second try is rare, a fifth never happens. */
const HANDLE_ATTEMPTS_MAX = 5;
const HANDLE_RANDOM_BYTES = 4;

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
  async register(request: RegisterRequest, visitor: Visitor): Promise<AuthSession> {
    const id = newId();
    const name = request.name ?? (request.email.split('@', 1)[0] ?? request.email).slice(0, LIMITS.nameCharsMax);
    // Hashed before the transaction: it takes long enough to hold locks for nothing.
    const passwordHash = await this.passwords.hash(request.password);
    const session = await this.unitOfWork.run('register', async (tx) => {
      const user = await this.insert(tx, { id, email: request.email, name, roles: ['fan'], passwordHash });
      const event: UserRegistered = { tx, userId: id };
      await this.events.emitAsync(USER_REGISTERED, event);
      return this.sessions.open(tx, user, visitor);
    });
    this.sessions.announce(id, visitor);
    return session;
  }

  /** Inserts the user under the first free one of a few handles made from their name. */
  private async insert(tx: Tx, draft: Omit<NewUser, 'handle'>): Promise<User> {
    for (let attempt = 1; attempt <= HANDLE_ATTEMPTS_MAX; attempt += 1) {
      const handle = suggestHandle(draft.name, randomBytes(HANDLE_RANDOM_BYTES));
      const outcome = await this.repository.insertUser(tx, { ...draft, handle });
      if (outcome === 'email_taken') throw emailTaken();
      if (outcome === 'created') {
        const { passwordHash: _, ...user } = draft;
        return { ...user, handle, age: 'unknown' };
      }
    }
    throw new Error('every handle that was tried is taken');
  }
}
