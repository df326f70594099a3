import { Injectable } from '@nestjs/common';
import type { Actor } from './actor.ts';

type SessionRef = Pick<Actor, 'sessionId' | 'userId'>;
type Check = (session: SessionRef) => Promise<boolean>;

/** How long another process may take to notice the end of a session; a page makes its calls within this for one read. */
const BELIEVED_MS = 3_000;
const REMEMBERED_MAX = 50_000;

/**
 * Whether the session behind an access token is still open: a token outlives a logout, a revocation and its user, an answer of this
 * does not. The module that keeps sessions registers the check. Asked for each HTTP request and at each socket's handshake, never for
 * a socket's event.
 */
@Injectable()
export class OpenSessions {
  private check: Check | undefined;
  /** By session, the oldest first. */
  private readonly remembered = new Map<string, { userId: string; answer: Promise<boolean>; untilMs: number }>();

  register(check: Check): void {
    this.check = check;
  }

  /** Throws what the check throws, for instance when the database is away: that is no verdict on the session. */
  async isOpen({ sessionId, userId }: SessionRef): Promise<boolean> {
    const known = this.remembered.get(sessionId);
    if (known?.userId === userId && known.untilMs > performance.now()) return known.answer;
    if (this.check === undefined) throw new Error('nobody registered how sessions are checked');
    const answer = this.check({ sessionId, userId });
    this.remembered.delete(sessionId);
    this.remembered.set(sessionId, { userId, answer, untilMs: performance.now() + BELIEVED_MS });
    this.forgetOldest();
    try {
      const open = await answer;
      if (!open) this.forget(sessionId);
      return open;
    } catch (error) {
      this.forget(sessionId);
      throw error;
    }
  }

  /** For whoever ends a session: the next question is asked afresh. */
  forget(sessionId: string): void {
    this.remembered.delete(sessionId);
  }

  private forgetOldest(): void {
    const oldest = this.remembered.size > REMEMBERED_MAX ? this.remembered.keys().next() : undefined;
    if (oldest?.done === false) this.remembered.delete(oldest.value);
  }
}
