import { randomUUID } from 'node:crypto';
import { type ApiClient, createApiClient } from '@troupe/api-client';
import { connect, type TroupeSocket } from '@troupe/api-client/socket';
import type { AuthSession } from '@troupe/contracts/http/auth';
import type { ServerEvent, ServerEventName } from '@troupe/contracts/socket/events';

/** An event as a socket saw it. */
export type SeenEvent = { [Name in ServerEventName]: { name: Name; payload: ServerEvent<Name> } }[ServerEventName];

/** Somebody who uses the product over its real HTTP and socket surface. */
export interface Actor {
  session: AuthSession;
  userId: string;
  api: ApiClient;
  /** A connected socket that remembers what it saw. */
  openSocket(): Promise<WatchingSocket>;
}

export interface WatchingSocket extends TroupeSocket {
  seen: SeenEvent[];
  eventsOf<Name extends ServerEventName>(name: Name): ServerEvent<Name>[];
}

const EVENT_NAMES: ServerEventName[] = [
  'message',
  'messageDelta',
  'messageDone',
  'messageFailed',
  'conversationChanged',
  'balance',
  'lowBalance',
  'earning',
  'notification',
  'notificationsRead',
];

/** Everything that was opened and has to be closed when the test is over. */
export interface Closing {
  /** Called once for each socket. */
  add(close: () => void): void;
}

/** Registers a new user; their sockets are handed to `closing`. */
export async function registerActor(origin: string, closing: Closing, name = 'Ann'): Promise<Actor> {
  const visitor = createApiClient({ baseUrl: origin });
  const email = `${randomUUID()}@test.local`;
  return actorOf(origin, closing, await visitor.auth.register({ email, password: 'a long enough password', name }));
}

/** An actor for a session that exists already. */
export function actorOf(origin: string, closing: Closing, session: AuthSession): Actor {
  const getToken = async (): Promise<string> => session.token;
  return {
    session,
    userId: session.user.id,
    api: createApiClient({ baseUrl: origin, getToken }),
    openSocket: async () => {
      const socket = await openSocket(origin, getToken);
      closing.add(() => socket.close());
      return socket;
    },
  };
}

async function openSocket(origin: string, getToken: () => Promise<string>): Promise<WatchingSocket> {
  const seen: SeenEvent[] = [];
  const socket = connect(origin, getToken, {
    onProtocolError: (event, error) => {
      throw new Error(`the server sent ${event} outside its contract: ${String(error)}`);
    },
  });
  for (const name of EVENT_NAMES) {
    // The pair is right by construction; TypeScript loses the tie between the two in a loop.
    socket.on(name, (payload) => seen.push({ name, payload } as SeenEvent));
  }
  await new Promise<void>((resolve, reject) => {
    const stop = socket.onStatus((status) => {
      if (status === 'online') resolve();
      else if (status !== 'connecting') reject(new Error(`the socket is ${status}`));
      if (status !== 'connecting') queueMicrotask(() => stop());
    });
  });
  return {
    ...socket,
    seen,
    eventsOf: <Name extends ServerEventName>(name: Name) =>
      seen.filter((event) => event.name === name).map((event) => event.payload as ServerEvent<Name>),
  };
}
