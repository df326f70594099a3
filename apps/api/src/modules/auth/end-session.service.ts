import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OpenSessions } from '../../platform/auth/open-sessions.ts';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import { AuthRepository } from './auth.repository.ts';

/** What holds on to a session besides its refresh tokens: access tokens and sockets. */
@Injectable()
export class EndSessionService implements OnModuleInit {
  constructor(
    private readonly repository: AuthRepository,
    private readonly openSessions: OpenSessions,
    private readonly realtime: Realtime,
  ) {}

  onModuleInit(): void {
    this.openSessions.register(({ sessionId, userId }) => this.repository.isSessionOpen(sessionId, userId, new Date()));
  }

  /** To be called once the revocation is committed: closes the session's sockets and stops believing its access tokens. */
  letGo(sessionId: string): void {
    this.openSessions.forget(sessionId);
    this.realtime.disconnectSession(sessionId);
  }
}
