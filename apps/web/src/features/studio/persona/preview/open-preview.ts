import { charNameOf } from '@troupe/contracts/char-name';
import type { Conversation, MessagesPage } from '@troupe/contracts/http/chat';
import { browserApi } from '@/lib/api/browser';
import { fillNames } from '@/lib/narration';

export interface OpenedPreview {
  conversation: Conversation;
  firstPage: MessagesPage;
}

/**
 * A conversation with one's own draft that begins with its greeting of today: one that was opened and never used may still have an older one, and goes then. Macros that only the
 * API can fill in are let be. Throws `ApiError`.
 */
export async function openPreview(
  persona: { id: string; name: string; nickname: string; greeting: string },
  fan: string,
): Promise<OpenedPreview> {
  const opened = await open(persona.id);
  const [first] = opened.firstPage.items;
  const greeting = fillNames(persona.greeting, { fan, persona: charNameOf(persona) });
  if (greeting.includes('{{') || (first?.content ?? '') === greeting) return opened;
  if (opened.firstPage.items.some(({ role }) => role === 'user')) return opened;
  await browserApi.chat.deleteConversation(opened.conversation.id);
  return open(persona.id);
}

async function open(personaId: string): Promise<OpenedPreview> {
  const conversation = await browserApi.chat.createConversation(personaId);
  return { conversation, firstPage: await browserApi.chat.messages(conversation.id) };
}
