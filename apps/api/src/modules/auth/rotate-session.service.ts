import { Injectable } from '@nestjs/common';
import type { AuthSession, User } from '@troupe/contracts/http/auth';
import { type Tx, UnitOfWork } from '@troupe/database';
import { RateLimits } from '../../platform/rate-limit/rate-limits.ts';
import { sessionRevoked } from './auth.errors.ts';
import { AuthRepository } from './auth.repository.ts';
import { hashRefreshToken } from './domain/refresh-token.ts';
import { judgeRefresh } from './domain/refresh-verdict.ts';
import { EndSessionService } from './end-session.service.ts';
import { OpenSessionService } from './open-session.service.ts';

type Rotation = { kind: 'rotated'; user: User; sessionId: string } | { kind: 'revoked'; sessionId: string } | undefined;

@Injectable()
export class RotateSessionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: AuthRepository,
    private readonly sessions: OpenSessionService,
    private readonly ending: EndSessionService,
    private readonly limits: RateLimits,
  ) {}

  /**
   * The next pair for a refresh token; parallel tabs with the same token get the same one. Throws `session_revoked` for a token that is
   * unknown, over, or used before; the last ends its whole family. Throws `rate_limited`.
   */
  async rotate(refreshToken: string): Promise<AuthSession> {
    const hash = await this.admit(refreshToken);
    const next = this.sessions.successorOf(refreshToken);
    // Reuse is returned, not thrown: the revocation has to commit.
    const rotation = await this.unitOfWork.run('rotate-session', (tx) =>
      this.step(tx, hash, hashRefreshToken(next), new Date()),
    );
    if (rotation?.kind === 'revoked') this.ending.letGo(rotation.sessionId);
    if (rotation?.kind !== 'rotated') throw sessionRevoked();
    return this.sessions.answer(rotation.user, rotation.sessionId, next);
  }

  /** Ends the session of a refresh token; an unknown token is no error, since the caller is signed out either way. */
  async end(refreshToken: string): Promise<void> {
    const hash = await this.admit(refreshToken);
    const sessionId = await this.unitOfWork.run('logout', async (tx) => {
      const stored = await this.repository.findRefreshToken(tx, hash);
      if (stored !== undefined) await this.repository.revokeSession(tx, stored.sessionId, new Date());
      return stored?.sessionId;
    });
    if (sessionId !== undefined) this.ending.letGo(sessionId);
  }

  private async step(
    tx: Tx,
    hash: Uint8Array<ArrayBuffer>,
    nextHash: Uint8Array<ArrayBuffer>,
    now: Date,
  ): Promise<Rotation> {
    const stored = await this.repository.findRefreshToken(tx, hash);
    if (stored === undefined) return undefined;
    const { sessionId, user } = stored;
    const successor = await this.repository.findRefreshToken(tx, nextHash);
    const verdict = judgeRefresh({ ...stored, successorUsedAt: successor?.usedAt ?? null }, now);
    if (verdict === 'ended') return undefined;
    if (verdict === 'reuse') {
      await this.repository.revokeSession(tx, sessionId, now);
      return { kind: 'revoked', sessionId };
    }
    await this.repository.markUsed(tx, hash, now);
    await this.repository.insertRefreshToken(tx, sessionId, nextHash);
    return { kind: 'rotated', user, sessionId };
  }

  /**
   * Counted by the token and not strictly by address: whoever floods from one address must not sign out the others who share it.
   * Throws `rate_limited`.
   */
  private async admit(refreshToken: string): Promise<Uint8Array<ArrayBuffer>> {
    const hash = hashRefreshToken(refreshToken);
    await this.limits.takeOrThrow('refresh-token', Buffer.from(hash).toString('base64url'));
    return hash;
  }
}
