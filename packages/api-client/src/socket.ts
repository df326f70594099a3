import { CLIENT_ACKS, type ClientEventName } from '@troupe/contracts/socket/client-acks';
import type { ClientToServerEvents } from '@troupe/contracts/socket/events';
import { SERVER_EVENTS, type ServerEvent, type ServerEventName } from '@troupe/contracts/socket/server-events';
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import { ApiError } from './api-error.ts';
import type { GetToken } from './transport.ts';

type Payload<Name extends ClientEventName> = Parameters<ClientToServerEvents[Name]>[0];
type Ack<Name extends ClientEventName> = Parameters<Parameters<ClientToServerEvents[Name]>[1]>[0];

/** `online` and `offline` follow the connection; `signed-out` is final: there is no session to connect with. */
export type SocketStatus = 'connecting' | 'online' | 'offline' | 'signed-out';

export interface SocketOptions {
  /** A server event outside the contract; it is not delivered. */
  onProtocolError: (event: ServerEventName, error: unknown) => void;
}

export interface TroupeSocket {
  /** Sends an event and gives its parsed acknowledgement. Throws `ApiError` `timeout`, `network` or `bad_answer`. */
  emit<Name extends ClientEventName>(name: Name, payload: Payload<Name>): Promise<Ack<Name>>;
  /** Listens to an event of the server; the answer stops listening. */
  on<Name extends ServerEventName>(name: Name, listener: (payload: ServerEvent<Name>) => void): () => void;
  /** Hears the status at once and at every change; the answer stops listening. */
  onStatus(listener: (status: SocketStatus) => void): () => void;
  close(): void;
}

/** An acknowledgement is written after one database statement; longer means that the server or the line is gone. */
const ACK_TIMEOUT_MS = 10_000;
/** A line that opens and then stays silent is given up and tried again; Socket.IO itself would wait for 20 seconds. */
const HANDSHAKE_TIMEOUT_MS = 6_000;
/** The server refused the handshake or dropped us on purpose: Socket.IO doesn't come back by itself then. */
const REFUSED_RETRY_MS = 2_000;

/**
 * Connects to the API's origin. The access token goes into every handshake afresh, so a reconnect after its fifteen
 * minutes brings the renewed one; a refused token is renewed once before the session counts as over.
 */
export function connect(origin: string, getToken: GetToken, options: SocketOptions): TroupeSocket {
  const link = openLink(origin, getToken);
  const { socket } = link;
  return {
    async emit(name, payload) {
      const answer = await emitWithAck(socket, name, payload);
      const parsed = CLIENT_ACKS[name].safeParse(answer);
      // The table pairs each name with its own schema; TypeScript can't follow that through an index.
      if (parsed.success) return parsed.data as Ack<typeof name>;
      throw new ApiError({ code: 'bad_answer', status: 0, message: `${name} was acknowledged outside its contract` });
    },
    on(name, listener) {
      const receive = (payload: unknown) => {
        const parsed = SERVER_EVENTS[name].safeParse(payload);
        if (parsed.success) listener(parsed.data as ServerEvent<typeof name>);
        else options.onProtocolError(name, parsed.error);
      };
      const event: string = name;
      socket.on(event, receive);
      return () => {
        socket.off(event, receive);
      };
    },
    onStatus: link.onStatus,
    close: link.close,
  };
}

function openLink(origin: string, getToken: GetToken) {
  const listeners = new Set<(status: SocketStatus) => void>();
  let status: SocketStatus = 'connecting';
  let renew = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const setStatus = (next: SocketStatus) => {
    if (next === status) return;
    status = next;
    for (const listener of listeners) listener(next);
  };

  const socket: Socket = io(origin, {
    transports: ['websocket', 'polling'],
    autoConnect: false,
    timeout: HANDSHAKE_TIMEOUT_MS,
    reconnectionDelay: 500,
    reconnectionDelayMax: 10_000,
    auth: (handOver) => {
      getToken({ renew }).then(
        (token) => {
          if (token !== null) return handOver({ token });
          setStatus('signed-out');
          socket.disconnect();
        },
        // The token couldn't be fetched, most likely offline: let the handshake fail and come again.
        () => handOver({}),
      );
    },
  });
  const reconnectLater = () => {
    clearTimeout(retry);
    retry = setTimeout(() => socket.connect(), REFUSED_RETRY_MS);
  };
  socket.on('connect', () => {
    renew = false;
    setStatus('online');
  });
  socket.on('connect_error', () => {
    if (status === 'signed-out') return;
    setStatus('offline');
    // Not active: the server refused the handshake, in practice the token.
    if (!socket.active) {
      renew = true;
      reconnectLater();
    }
  });
  socket.on('disconnect', (reason) => {
    if (status === 'signed-out') return;
    setStatus('offline');
    if (reason === 'io server disconnect') {
      renew = true;
      reconnectLater();
    }
  });
  socket.connect();

  return {
    socket,
    onStatus(listener: (status: SocketStatus) => void) {
      listeners.add(listener);
      listener(status);
      return () => {
        listeners.delete(listener);
      };
    },
    close() {
      clearTimeout(retry);
      listeners.clear();
      socket.disconnect();
    },
  };
}

async function emitWithAck(socket: Socket, name: string, payload: unknown): Promise<unknown> {
  try {
    return await socket.timeout(ACK_TIMEOUT_MS).emitWithAck(name, payload);
  } catch (error) {
    throw new ApiError({
      code: socket.connected ? 'timeout' : 'network',
      status: 0,
      message: `${name} was not acknowledged`,
      cause: error,
    });
  }
}
