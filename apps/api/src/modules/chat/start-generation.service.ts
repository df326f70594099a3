import { Injectable } from '@nestjs/common';
import type { Message } from '@troupe/contracts/http/chat';
import { LIMITS } from '@troupe/contracts/limits';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import type { CompletionRequest } from '../llm/index.ts';
import { toCharge } from './chat.presenter.ts';
import { conversationRoom } from './chat.rooms.ts';
import { buildPrompt, fillNames } from './domain/build-prompt.ts';
import type { PathTurn } from './domain/exchange.ts';
import type { Draft, History } from './draft-exchange.service.ts';
import { GenerateReplyService } from './generate-reply.service.ts';

/** A draft that was written. */
export interface WrittenExchange {
  draft: Draft;
  history: History;
  parentId: string | null;
  /** Null for a free preview. */
  chargedMicrocoins: bigint | null;
}

/** Shows a written exchange to its room and sets its generation going. */
@Injectable()
export class StartGenerationService {
  constructor(
    private readonly generation: GenerateReplyService,
    private readonly realtime: Realtime,
  ) {}

  /** What the model is told. */
  promptOf({ place, persona, fanName }: Draft, history: readonly PathTurn[]): CompletionRequest['turns'] {
    const card = { ...persona, name: persona.brief.name };
    return buildPrompt(card, history.toReversed(), place.answers, fanName);
  }

  /** Returns at once; the reply runs on its own. Without its history it ends at once, and its coins go back. */
  start(written: WrittenExchange): void {
    const { exchange, persona, fanName } = written.draft;
    const room = conversationRoom(exchange.conversationId);
    for (const message of messagesOf(written)) this.realtime.toRoom(room, 'message', { message });
    const reply = {
      replyId: exchange.replyId,
      conversationId: exchange.conversationId,
      leaseId: exchange.replyId,
    };
    if (written.history === undefined) {
      this.generation.giveUp(reply);
      return;
    }
    const names = { persona: persona.brief.name, fan: fanName };
    const lines = persona.exampleDialogue.map((pair) => fillNames(pair.persona, names));
    this.generation.start({
      ...reply,
      request: {
        turns: this.promptOf(written.draft, written.history),
        maxTokens: LIMITS.replyTokensMax,
        flavour: { name: persona.brief.name, greeting: fillNames(persona.greeting, names), lines },
      },
    });
  }
}

function messagesOf({ draft: { exchange }, parentId, chargedMicrocoins }: WrittenExchange): Message[] {
  const { messageId, replyId, conversationId, clientMessageId } = exchange;
  const shared = { conversationId, failureCode: null, reaction: null, createdAt: new Date().toISOString() };
  const reply: Message = {
    ...shared,
    id: replyId,
    parentId: messageId ?? parentId,
    role: 'assistant',
    content: '',
    status: 'queued',
    demoVoice: exchange.demoVoice,
    charge: chargedMicrocoins === null ? null : toCharge(chargedMicrocoins, false),
    clientMessageId: messageId === null ? clientMessageId : null,
    siblingIds: [replyId],
  };
  if (messageId === null) return [reply];
  const said: Message = {
    ...shared,
    id: messageId,
    parentId,
    role: 'user',
    content: exchange.content,
    status: 'done',
    demoVoice: false,
    charge: null,
    clientMessageId,
    siblingIds: [messageId],
  };
  return [said, reply];
}
