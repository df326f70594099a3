import {
  type Conversation,
  type Message,
  type MessageCharge,
  type Reaction,
  reaction,
} from '@troupe/contracts/http/chat';
import { careOf } from '../moderation/index.ts';
import type { ChatPersona } from '../persona/index.ts';
import { type ConversationRow, failureCodeOf, type MessageRow } from './chat.repository.ts';

export function toCharge(charged: bigint, refunded: boolean): MessageCharge {
  return { chargedMicrocoins: Number(charged), refundedMicrocoins: refunded ? Number(charged) : 0 };
}

export function toMessage(row: MessageRow): Message {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    parentId: row.parent_id,
    role: row.role,
    content: row.content,
    status: row.status,
    failureCode: failureCodeOf(row.failure_code),
    demoVoice: row.demo_voice,
    charge: row.charged_microcoins === null ? null : toCharge(row.charged_microcoins, row.refunded),
    clientMessageId: row.client_message_id,
    siblingIds: row.siblings,
    reaction: reactionOf(row.reaction),
    care: row.role === 'user' ? careOf(row.content) : null,
    createdAt: row.created_at.toISOString(),
  };
}

/** One that this version doesn't know is not shown. */
function reactionOf(stored: string | null): Reaction | null {
  return reaction.safeParse(stored).data ?? null;
}

export function toConversation(row: ConversationRow, persona: ChatPersona): Conversation {
  const preview = persona.creatorId === row.fanId;
  return {
    id: row.id,
    persona: persona.brief,
    starters: persona.starters,
    voice: persona.voice,
    // Whoever writes them can talk to a draft too.
    available: persona.available || (preview && !persona.deleted),
    preview,
    title: row.title,
    pinned: row.pinned,
    archived: row.archived,
    fanName: row.fanName,
    fanDescription: row.fanDescription,
    authorNote: row.authorNote,
    authorNoteDepth: row.authorNoteDepth,
    memoryEnabled: row.memoryEnabled,
    createdAt: row.createdAt.toISOString(),
  };
}
