import type { Conversation, Message, MessageCharge } from '@troupe/contracts/http/chat';
import type { ChatPersona } from '../persona/index.ts';
import { type ConversationRow, failureCodeOf, type MessageRow } from './chat.repository.ts';

export function toCharge(charged: bigint, refunded: boolean): MessageCharge {
  return { chargedMicrocoins: Number(charged), refundedMicrocoins: refunded ? Number(charged) : 0 };
}

export function toMessage(row: MessageRow): Message {
  const paid = row.journalId !== null && row.chargedMicrocoins !== null;
  return {
    id: row.id,
    conversationId: row.conversationId,
    parentId: row.parentId,
    role: row.role,
    content: row.content,
    status: row.status,
    failureCode: failureCodeOf(row.failureCode),
    demoVoice: row.demoVoice,
    charge: paid ? toCharge(row.chargedMicrocoins ?? 0n, row.refunded) : null,
    clientMessageId: row.clientMessageId,
    createdAt: row.createdAt.toISOString(),
  };
}

export function toConversation(row: ConversationRow, persona: ChatPersona): Conversation {
  return {
    id: row.id,
    persona: persona.brief,
    starters: persona.starters,
    available: persona.available,
    createdAt: row.createdAt.toISOString(),
  };
}
