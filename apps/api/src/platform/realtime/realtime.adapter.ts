import type { IncomingMessage } from 'node:http';
import type { Socket as TcpSocket } from 'node:net';
import type { INestApplicationContext, WsMessageHandler } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { createAdapter } from '@socket.io/redis-adapter';
import { LIMITS } from '@troupe/contracts/limits';
import { CLIENT_EVENTS, type Refusal } from '@troupe/contracts/socket/events';
import passport from 'passport';
import type { ServerOptions, Socket } from 'socket.io';
import type { Actor } from '../auth/actor.ts';
import { AppError } from '../errors/app-error.ts';
import { toAppError } from '../errors/to-app-error.ts';
import { ClientAddresses } from '../network/client-addresses.ts';
import { RateLimits } from '../rate-limit/rate-limits.ts';
import { RedisConnections } from '../redis/redis-connections.service.ts';
import { AnonymousSockets } from './anonymous-sockets.ts';
import { Realtime, type RealtimeServer, type RealtimeSocket, sessionRoom, userRoom } from './realtime.service.ts';

/** A client sends its token with its first packet: one that is silent for so long is none of ours. */
const CONNECT_TIMEOUT_MS = 10_000;
/** How long processes wait for one another's answers. */
const ANSWER_TIMEOUT_MS = 1_000;

/** Socket.IO on the API's own port, with the access token checked at the handshake by the same passport strategy as HTTP. */
export class RealtimeAdapter extends IoAdapter {
  private readonly anonymous = new AnonymousSockets();
  private readonly limits: RateLimits;

  constructor(
    private readonly context: INestApplicationContext,
    private readonly webOrigin: string,
  ) {
    super(context);
    this.limits = context.get(RateLimits);
  }

  override createIOServer(port: number, options?: ServerOptions): RealtimeServer {
    const addresses = this.context.get(ClientAddresses);
    const ours: Partial<ServerOptions> = {
      cors: { origin: this.webOrigin },
      maxHttpBufferSize: LIMITS.socketPacketBytesMax,
      connectTimeout: CONNECT_TIMEOUT_MS,
      serveClient: false,
      allowRequest: (request, decide) => decide(undefined, this.anonymous.hasRoom(addresses.limitKeyOf(request))),
    };
    const server: RealtimeServer = super.createIOServer(port, Object.assign({}, options, ours));
    server.engine.on('connection', (connection: RealtimeSocket['conn'] & { request: IncomingMessage }) => {
      this.anonymous.admit(connection, addresses.limitKeyOf(connection.request));
      if (connection.transport.name === 'websocket') gatherWrites(connection, connection.request.socket);
    });
    server.use((socket, next) => authenticate(socket, next));
    server.on('connection', (socket) => this.welcome(server, socket));
    this.context.get(Realtime).attach(server, this.share(server));
    return server;
  }

  /**
   * Binds the gateway's events plainly. The framework's own way keeps a chain of observables for each event of each socket, some 20 kB for a socket
   * that says nothing; ours answer with a promise, and what they throw is an answer already.
   */
  override bindMessageHandlers(socket: RealtimeSocket, handlers: readonly WsMessageHandler[]): void {
    const untyped: Pick<Socket, 'on'> = socket;
    for (const { message, callback } of handlers) {
      untyped.on(String(message), (...told: unknown[]) => {
        const acknowledge = typeof told.at(-1) === 'function' ? told.pop() : undefined;
        answer(callback, told[0], acknowledge).catch((error: unknown) => this.logger.error(error));
      });
    }
  }

  /** Lets rooms reach over the processes that share a Redis; false without one. */
  private share(server: RealtimeServer): boolean {
    const connections = this.context.get(RedisConnections);
    const [publish, subscribe] = [connections.open('publish'), connections.open('subscribe')];
    if (publish === undefined || subscribe === undefined) return false;
    // The adapter awaits no publishing. What can't be told now is not told: sockets read again what they missed.
    const send = publish.publish.bind(publish);
    publish.publish = async (...told: Parameters<typeof send>) => send(...told).catch(() => 0);
    server.adapter(createAdapter(publish, subscribe, { key: 'troupe', requestsTimeout: ANSWER_TIMEOUT_MS }));
    return true;
  }

  private welcome(server: RealtimeServer, socket: RealtimeSocket): void {
    this.anonymous.release(socket.conn);
    // What the request said has been read; it and its headers would stay as long as the socket: https://socket.io/docs/v4/memory-usage/
    Object.assign(socket.conn, { request: null });
    const { userId, sessionId, expiresAtSeconds } = socket.data.actor;
    const room = userRoom(userId);
    if ((server.sockets.adapter.rooms.get(room)?.size ?? 0) >= LIMITS.socketsPerUserMax) {
      socket.disconnect(true);
      return;
    }
    void socket.join([room, sessionRoom(sessionId)]);
    // A socket lives no longer than its token; the client comes back with a fresh one and joins its rooms again.
    const lifetimeMs = Math.max(0, expiresAtSeconds * 1000 - Date.now());
    const expiry = setTimeout(() => socket.disconnect(true), Math.min(lifetimeMs, 2 ** 31 - 1));
    socket.on('disconnect', () => clearTimeout(expiry));
    socket.onAny((event: string, ...args: unknown[]) => {
      if (!Object.hasOwn(CLIENT_EVENTS, event)) void this.refuseUnknown(socket, args.at(-1));
    });
  }

  /** An event that doesn't exist counts like one that does. No client of ours sends any, so a flood of them has no claim to an answer. */
  private async refuseUnknown(socket: RealtimeSocket, acknowledge: unknown): Promise<void> {
    const verdict = await this.limits.take('socket-events', socket.data.actor.userId);
    if (!verdict.allowed) socket.disconnect(true);
    else if (typeof acknowledge === 'function') {
      const refusal: Refusal = { ok: false, code: 'not_found', message: 'There is no such event' };
      acknowledge(refusal);
    }
  }
}

/**
 * A message makes several packets for the same socket within a moment; sent one by one each is a system call, which was a third of the API's time under
 * load. What is flushed in one turn of the loop goes out in one write.
 */
function gatherWrites(connection: RealtimeSocket['conn'], wire: TcpSocket): void {
  let isGathering = false;
  connection.on('flush', () => {
    if (isGathering) return;
    isGathering = true;
    wire.cork();
    setImmediate(() => {
      isGathering = false;
      wire.uncork();
    });
  });
}

async function answer(callback: WsMessageHandler['callback'], payload: unknown, acknowledge: unknown): Promise<void> {
  const answered: unknown = await callback(payload);
  if (typeof acknowledge === 'function') acknowledge(answered);
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
