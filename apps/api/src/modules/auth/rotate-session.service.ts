import { Injectable } from '@nestjs/common';
import type { AuthSession } from '@troupe/contracts/http/auth';
import { UnitOfWork } from '@troupe/database';
import { RateLimits } from '../../platform/rate-limit/rate-limits.ts';
import { sessionRevoked } from './auth.errors.ts';
import { AuthRepository } from './auth.repository.ts';
import { hashRefreshToken, newRefreshToken } from './domain/refresh-token.ts';
import { judgeRefresh } from './domain/refresh-verdict.ts';
import { OpenSessionService } from './open-session.service.ts';

@Injectable()
export class RotateSessionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: AuthRepository,
    private readonly sessions: OpenSessionService,
    private readonly limits: RateLimits,
  ) {}

  /** A new pair for a refresh token. Throws `session_revoked` for one that is unknown, over, or used before; the last ends its whole family. */
  async rotate(refreshToken: string): Promise<AuthSession> {
    const now = new Date();
    const hash = await this.admit(refreshToken);
    // Reuse is returned, not thrown: the revocation has to commit.
    const rotated = await this.unitOfWork.run('rotate-session', async (tx) => {
      const stored = await this.repository.findRefreshToken(tx, hash);
      if (stored === undefined) return undefined;
      const verdict = judgeRefresh(stored, now);
      if (verdict === 'reuse') await this.repository.revokeSession(tx, stored.sessionId, now);
      if (verdict !== 'rotate') return undefined;
      await this.repository.markUsed(tx, hash, now);
      const next = newRefreshToken();
      await this.repository.insertRefreshToken(tx, stored.sessionId, next.hash);
      return { user: stored.user, sessionId: stored.sessionId, token: next.token };
    });
    if (rotated === undefined) throw sessionRevoked();
    return this.sessions.answer(rotated.user, rotated.sessionId, rotated.token);
  }

  /** Ends the session of a refresh token; an unknown token is no error, since the caller is signed out either way. */
  async end(refreshToken: string): Promise<void> {
    const hash = await this.admit(refreshToken);
    await this.unitOfWork.run('logout', async (tx) => {
      const stored = await this.repository.findRefreshToken(tx, hash);
      if (stored !== undefined) await this.repository.revokeSession(tx, stored.sessionId, new Date());
    });
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
