import { Injectable } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import type { AuthSession, User } from '@troupe/contracts/http/auth';
import type { Tx } from '@troupe/database';
import { AccessTokens } from '../../platform/auth/access-token.ts';
import { InjectEnv } from '../../platform/config/config.module.ts';
import type { Env } from '../../platform/config/env.ts';
import { newId } from '../../platform/ids/ids.ts';
import { SIGNED_IN, type SignedIn } from './auth.events.ts';
import { AuthRepository } from './auth.repository.ts';
import { newRefreshToken, successorOf } from './domain/refresh-token.ts';

const DAY_MS = 86_400_000;
const USER_AGENT_CHARS_MAX = 300;

/** What is known of the browser that a session is opened for. */
export interface Visitor {
  userAgent: string;
  deviceId: string | undefined;
}

@Injectable()
export class OpenSessionService {
  constructor(
    private readonly repository: AuthRepository,
    private readonly accessTokens: AccessTokens,
    private readonly events: EventEmitter2,
    @InjectEnv() private readonly env: Env,
  ) {}

  /** Opens a session of `user` in the caller's transaction. */
  async open(tx: Tx, user: User, { userAgent }: Visitor): Promise<AuthSession> {
    const sessionId = newId();
    const { token, hash } = newRefreshToken();
    const expiresAt = new Date(Date.now() + this.env.SESSION_LIFETIME_DAYS * DAY_MS);
    const session = { id: sessionId, userId: user.id, userAgent: userAgent.slice(0, USER_AGENT_CHARS_MAX), expiresAt };
    await this.repository.insertSession(tx, session, hash);
    return this.answer(user, sessionId, token);
  }

  /** Tells that somebody signed in, once that is committed. */
  announce(userId: string, { deviceId }: Visitor): void {
    if (deviceId === undefined) return;
    const event: SignedIn = { userId, deviceId };
    this.events.emit(SIGNED_IN, event);
  }

  /** The refresh token that follows this one. */
  successorOf(refreshToken: string): string {
    return successorOf(refreshToken, this.env.JWT_SECRET);
  }

  async answer(user: User, sessionId: string, refreshToken: string): Promise<AuthSession> {
    return { user, ...(await this.sign(user, sessionId)), refreshToken };
  }

  /** An access token of this session that says what is known of the user now. */
  async sign(user: User, sessionId: string): Promise<{ token: string; tokenExpiresInSeconds: number }> {
    const { id: userId, name, roles, age } = user;
    const access = await this.accessTokens.sign({ userId, name, sessionId, roles, age });
    return { token: access.token, tokenExpiresInSeconds: access.expiresInSeconds };
  }
}
