import { Injectable } from '@nestjs/common';
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

/** Typed pushes to rooms. A push is a courtesy: everything it says can be read again over HTTP. */
@Injectable()
export class Realtime {
  private server: RealtimeServer | undefined;

  attach(server: RealtimeServer): void {
    this.server = server;
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
}
