import { Injectable, Logger } from '@nestjs/common';
import type { Message } from '@troupe/contracts/http/chat';
import { LIMITS } from '@troupe/contracts/limits';
import type { SendMessageRequest } from '@troupe/contracts/socket/events';
import { InjectEnv } from '../../platform/config/config.module.ts';
import type { Env } from '../../platform/config/env.ts';
import { newId } from '../../platform/ids/ids.ts';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import { LlmFacade } from '../llm/index.ts';
import type { ChatPersona } from '../persona/index.ts';
import { toCharge } from './chat.presenter.ts';
import type { Exchange } from './chat.repository.ts';
import { conversationRoom } from './chat.rooms.ts';
import { buildPrompt, fillNames, type PromptTurn } from './domain/build-prompt.ts';
import { GenerateReplyService } from './generate-reply.service.ts';

/** A message that is about to be sent, with what its prompt will need. */
export interface Draft {
  exchange: Exchange;
  persona: ChatPersona;
  fanName: string;
  /** Reads what was said before, newest first. */
  history: () => Promise<PromptTurn[]>;
}

/** What was said before, newest first; undefined when it could not be read. */
export type History = readonly PromptTurn[] | undefined;

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
  private readonly logger = new Logger('Replies');

  constructor(
    private readonly generation: GenerateReplyService,
    private readonly llm: LlmFacade,
    private readonly realtime: Realtime,
    @InjectEnv() private readonly env: Env,
  ) {}

  /** Names what will be written, before it is: a retry after a lost answer then says the same ids. */
  draftExchange(fanId: string, request: SendMessageRequest): Exchange {
    const { model, isDemo } = this.llm.voice;
    return {
      fanId,
      conversationId: request.conversationId,
      clientMessageId: request.clientMessageId,
      content: request.content,
      messageId: newId(),
      replyId: newId(),
      model,
      demoVoice: isDemo,
      leaseMs: this.env.REPLY_LEASE_MS,
      runningMax: LIMITS.generationsPerFanMax,
    };
  }

  /**
   * Called beside the writing statement, so that the two take one round trip's time. Never throws: by then the message may have been paid for,
   * and what was paid for comes to an end in any case.
   */
  async readHistory(draft: Draft): Promise<History> {
    try {
      return await draft.history().catch(() => draft.history());
    } catch (error) {
      this.logger.warn(`the history for reply ${draft.exchange.replyId} could not be read: ${String(error)}`);
      return undefined;
    }
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
    const turns = buildPrompt(
      { ...persona, name: persona.brief.name },
      written.history.toReversed(),
      exchange.content,
      fanName,
    );
    const lines = persona.exampleDialogue.map((pair) => fillNames(pair.persona, names));
    this.generation.start({
      ...reply,
      request: {
        turns,
        maxTokens: LIMITS.replyTokensMax,
        flavour: { name: persona.brief.name, greeting: fillNames(persona.greeting, names), lines },
      },
    });
  }
}

function messagesOf({ draft: { exchange }, parentId, chargedMicrocoins }: WrittenExchange): [Message, Message] {
  const shared = { conversationId: exchange.conversationId, failureCode: null, createdAt: new Date().toISOString() };
  const said: Message = {
    ...shared,
    id: exchange.messageId,
    parentId,
    role: 'user',
    content: exchange.content,
    status: 'done',
    demoVoice: false,
    charge: null,
    clientMessageId: exchange.clientMessageId,
  };
  const reply: Message = {
    ...shared,
    id: exchange.replyId,
    parentId: exchange.messageId,
    role: 'assistant',
    content: '',
    status: 'queued',
    demoVoice: exchange.demoVoice,
    charge: chargedMicrocoins === null ? null : toCharge(chargedMicrocoins, false),
    clientMessageId: null,
  };
  return [said, reply];
}
