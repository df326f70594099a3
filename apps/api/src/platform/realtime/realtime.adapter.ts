import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { LIMITS } from '@troupe/contracts/limits';
import { CLIENT_EVENTS, type Refusal } from '@troupe/contracts/socket/events';
import passport from 'passport';
import type { ServerOptions } from 'socket.io';
import type { Actor } from '../auth/actor.ts';
import { AppError } from '../errors/app-error.ts';
import { toAppError } from '../errors/to-app-error.ts';
import { type Realtime, type RealtimeServer, type RealtimeSocket, sessionRoom, userRoom } from './realtime.service.ts';

/** Socket.IO on the API's own port, with the access token checked at the handshake by the same passport strategy as HTTP. */
export class RealtimeAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly realtime: Realtime,
    private readonly webOrigin: string,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): RealtimeServer {
    const ours: Partial<ServerOptions> = {
      cors: { origin: this.webOrigin },
      maxHttpBufferSize: LIMITS.socketPacketBytesMax,
      serveClient: false,
    };
    const server: RealtimeServer = super.createIOServer(port, Object.assign({}, options, ours));
    server.use((socket, next) => authenticate(socket, next));
    server.on('connection', (socket) => welcome(server, socket));
    this.realtime.attach(server);
    return server;
  }
}

function authenticate(socket: RealtimeSocket, next: (error?: Error) => void): void {
  const token: unknown = socket.handshake.auth['token'];
  const request = { headers: { authorization: `Bearer ${typeof token === 'string' ? token : ''}` } };
  const settle = (error: unknown, actor?: Actor | false): void => {
    if (error || !actor) {
      const { code, message } = error ? toAppError(error) : new AppError('unauthenticated', 'Please sign in');
      const refusal: Refusal = { ok: false, code, message };
      next(Object.assign(new Error(refusal.message), { data: refusal }));
      return;
    }
    socket.data.actor = actor;
    next();
  };
  passport.authenticate('jwt', { session: false }, settle)(request, {}, settle);
}

function welcome(server: RealtimeServer, socket: RealtimeSocket): void {
  const room = userRoom(socket.data.actor.userId);
  if ((server.sockets.adapter.rooms.get(room)?.size ?? 0) >= LIMITS.socketsPerUserMax) {
    socket.disconnect(true);
    return;
  }
  void socket.join([room, sessionRoom(socket.data.actor.sessionId)]);
  // A socket lives no longer than its token; the client comes back with a fresh one and joins its rooms again.
  const lifetimeMs = Math.max(0, socket.data.actor.expiresAtSeconds * 1000 - Date.now());
  const expiry = setTimeout(() => socket.disconnect(true), Math.min(lifetimeMs, 2 ** 31 - 1));
  socket.on('disconnect', () => clearTimeout(expiry));
  socket.onAny((event: string, ...args: unknown[]) => {
    const acknowledge = args.at(-1);
    if (Object.hasOwn(CLIENT_EVENTS, event) || typeof acknowledge !== 'function') return;
    const refusal: Refusal = { ok: false, code: 'not_found', message: 'There is no such event' };
    acknowledge(refusal);
  });
}
