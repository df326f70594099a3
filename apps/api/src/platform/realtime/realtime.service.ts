import { Injectable, Logger } from '@nestjs/common';
import type {
  ClientToServerEvents,
  ServerEvent,
  ServerEventName,
  ServerToClientEvents,
} from '@troupe/contracts/socket/events';
import type { Server, Socket } from 'socket.io';
import type { Actor } from '../auth/actor.ts';

export interface SocketData {
  actor: Actor;
}

type NoEvents = Record<string, never>;
export type RealtimeServer = Server<ClientToServerEvents, ServerToClientEvents, NoEvents, SocketData>;
export type RealtimeSocket = Socket<ClientToServerEvents, ServerToClientEvents, NoEvents, SocketData>;

export const userRoom = (userId: string): string => `user:${userId}`;
export const sessionRoom = (sessionId: string): string => `session:${sessionId}`;

type Answer = (payload: unknown) => unknown;

/**
 * Typed pushes to rooms, and words between the API processes that share a Redis. A push is a courtesy: everything it says can be read again over HTTP.
 */
@Injectable()
export class Realtime {
  private readonly logger = new Logger('Realtime');
  private server: RealtimeServer | undefined;
  private isShared = false;
  private readonly answers = new Map<string, Answer>();

  /** `isShared`: its rooms reach over several processes. */
  attach(server: RealtimeServer, isShared: boolean): void {
    this.server = server;
    this.isShared = isShared;
    for (const [topic, answer] of this.answers) this.listen(topic, answer);
  }

  toRoom<Name extends ServerEventName>(room: string, event: Name, payload: ServerEvent<Name>): void {
    // The payload's type is checked by this method's own signature; socket.io's overloads can't follow a generic name.
    const untyped: Pick<Server, 'to'> | undefined = this.server;
    untyped?.to(room).emit(event, payload);
  }

  /** Ends the connections of a session that is over; a client that comes back needs a new one. */
  disconnectSession(sessionId: string): void {
    this.server?.in(sessionRoom(sessionId)).disconnectSockets(true);
  }

  /** To every socket of one user, on all devices. */
  toUser<Name extends ServerEventName>(userId: string, event: Name, payload: ServerEvent<Name>): void {
    this.toRoom(userRoom(userId), event, payload);
  }

  /** The same to several users, as one packet. */
  toUsers<Name extends ServerEventName>(userIds: readonly string[], event: Name, payload: ServerEvent<Name>): void {
    const untyped: Pick<Server, 'to'> | undefined = this.server;
    untyped?.to(userIds.map(userRoom)).emit(event, payload);
  }

  /** What this process answers when another one asks about `topic`. The payload comes over the wire: check it. */
  answerServers(topic: string, answer: Answer): void {
    this.answers.set(topic, answer);
    this.listen(topic, answer);
  }

  /**
   * Asks the other processes; resolves with what they answered in time, with nothing when there are none. Nobody may depend on it: Redis may be
   * away, and a process may have just died.
   */
  async askServers(topic: string, payload: unknown): Promise<unknown[]> {
    if (!this.isShared || this.server === undefined) return [];
    try {
      const server: Pick<Server, 'serverSideEmitWithAck'> = this.server;
      return await server.serverSideEmitWithAck(topic, payload);
    } catch (error) {
      this.logger.warn(
        `not every process answered about ${topic}: ${error instanceof Error ? error.message : String(error)}`,
      );
      // What did arrive in time comes with the error.
      return error instanceof Error && 'responses' in error && Array.isArray(error.responses) ? error.responses : [];
    }
  }

  private listen(topic: string, answer: Answer): void {
    if (!this.isShared) return;
    const server: Pick<Server, 'on'> | undefined = this.server;
    server?.on(topic, (payload: unknown, reply: unknown) => {
      try {
        const answered = answer(payload);
        if (typeof reply === 'function') reply(answered);
      } catch (error) {
        // Another release may ask in another way: it goes without an answer, and this process goes on.
        this.logger.warn(
          `a question about ${topic} was not understood: ${error instanceof Error ? error.name : typeof error}`,
        );
      }
    });
  }
}
