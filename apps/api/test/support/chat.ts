import { randomUUID } from 'node:crypto';
import type { SendMessageAck } from '@troupe/contracts/socket/events';
import type { Actor, WatchingSocket } from '@troupe/test-kit/actors';
import { until } from '@troupe/test-kit/until';

export interface Scene {
  fan: Actor;
  socket: WatchingSocket;
  conversationId: string;
}

/** A fan with an open conversation, watching its room. */
export async function enter(fan: Actor, personaId: string): Promise<Scene> {
  const [conversation, socket] = await Promise.all([fan.api.chat.createConversation(personaId), fan.openSocket()]);
  const joined = await socket.emit('joinRoom', { conversationId: conversation.id });
  if (!joined.ok) throw new Error(`joinRoom was refused: ${joined.code}`);
  return { fan, socket, conversationId: conversation.id };
}

export async function say(
  scene: Scene,
  content: string,
  clientMessageId: string = randomUUID(),
): Promise<SendMessageAck> {
  return scene.socket.emit('sendMessage', { conversationId: scene.conversationId, clientMessageId, content });
}

/** Sends and insists that it was taken. */
export async function sayPaid(scene: Scene, content: string): Promise<Extract<SendMessageAck, { ok: true }>> {
  const ack = await say(scene, content);
  if (!ack.ok) throw new Error(`sendMessage was refused: ${ack.code}`);
  return ack;
}

/** The final event of a reply, whichever it is. */
export async function endOf(scene: Scene, replyId: string, timeoutMs?: number) {
  return until(
    `the end of reply ${replyId}`,
    () => {
      const done = scene.socket.eventsOf('messageDone').find((event) => event.replyId === replyId);
      if (done !== undefined) return { kind: 'done' as const, ...done };
      const failed = scene.socket.eventsOf('messageFailed').find((event) => event.replyId === replyId);
      return failed && { kind: 'failed' as const, ...failed };
    },
    timeoutMs,
  );
}
