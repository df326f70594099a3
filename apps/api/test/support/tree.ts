import { randomUUID } from 'node:crypto';
import type { Message } from '@troupe/contracts/http/chat';
import type { DoneAck, SendMessageAck } from '@troupe/contracts/socket/events';
import type { World } from '@troupe/test-kit/world';
import { endOf, type Scene, sayPaid } from './chat.ts';

export const WISHES = ['editMessage', 'regenerate', 'continueReply'] as const;
export type Wish = (typeof WISHES)[number];
type Taken = Extract<SendMessageAck, { ok: true }>;

/** Asks for something about a message; `extra` goes over what is sent. */
export async function ask(
  scene: Scene,
  wish: Wish,
  messageId: string,
  extra: Record<string, unknown> = {},
): Promise<SendMessageAck> {
  const payload = {
    conversationId: scene.conversationId,
    clientMessageId: randomUUID(),
    messageId,
    ...(wish === 'editMessage' ? { content: 'Edited' } : {}),
    ...extra,
  };
  return scene.socket.emit(wish, payload as never);
}

/** The same, and insists that it was taken. */
export async function begun(
  scene: Scene,
  wish: Wish,
  messageId: string,
  extra: Record<string, unknown> = {},
): Promise<Taken> {
  const ack = await ask(scene, wish, messageId, extra);
  if (!ack.ok) throw new Error(`${wish} was refused: ${ack.code}`);
  return ack;
}

/** The same, and waits for the end of the reply. */
export async function asked(
  scene: Scene,
  wish: Wish,
  messageId: string,
  extra: Record<string, unknown> = {},
): Promise<Taken> {
  const ack = await begun(scene, wish, messageId, extra);
  await endOf(scene, ack.replyId);
  return ack;
}

/** A message and its reply, to the end. */
export async function exchange(scene: Scene, content = 'First'): Promise<Taken> {
  const ack = await sayPaid(scene, content);
  await endOf(scene, ack.replyId);
  return ack;
}

/** The branch that is shown. */
export async function branchOf(scene: Scene): Promise<Message[]> {
  return (await scene.fan.api.chat.messages(scene.conversationId)).items;
}

export async function balanceOf({ fan }: Scene): Promise<number> {
  return (await fan.api.coin.balance(fan.userId)).balanceMicrocoins;
}

export async function stop(scene: Scene, replyId: string): Promise<DoneAck> {
  return scene.socket.emit('stopGeneration', { replyId });
}

/** The same, insists that it was taken, and waits for the end of the reply. */
export async function stopped(scene: Scene, replyId: string) {
  const ack = await stop(scene, replyId);
  if (!ack.ok) throw new Error(`stopGeneration was refused: ${ack.code}`);
  return endOf(scene, replyId);
}

/** Changes a persona behind everybody's back. */
export async function setPersona(world: World, personaId: string, assignments: string): Promise<void> {
  await world.query(`UPDATE persona SET ${assignments} WHERE id = $1`, [personaId]);
}
