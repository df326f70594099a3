import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { type CHAT_STREAM_EVENTS, type ChatRequest, chatEventId } from '@troupe/contracts/http/chat';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.ts';
import { toAppError } from '../../platform/errors/to-app-error.ts';
import type { EventStream } from '../../platform/http/event-stream.ts';
import { parseOrThrow } from '../../platform/validation/validate.ts';
import { CoinFacade } from '../coin/index.ts';
import { toCharge } from './chat.presenter.ts';
import { failureCodeOf } from './chat.repository.ts';
import { FollowReplyService } from './follow-reply.service.ts';
import type { StandingRow } from './reply.repository.ts';
import { SendMessageService } from './send-message.service.ts';
import { StartConversationService } from './start-conversation.service.ts';

/** Where a stream begins: which reply, and how much of it its reader knows. */
export interface StreamStart {
  conversationId: string;
  messageId: string;
  replyId: string;
  toldChars: number;
}

type Events = typeof CHAT_STREAM_EVENTS;

/** The same messages and the same replies as over the socket, for whoever has only HTTP. */
@Injectable()
export class StreamReplyService {
  private readonly logger = new Logger('Streams');

  constructor(
    private readonly sending: SendMessageService,
    private readonly conversations: StartConversationService,
    private readonly following: FollowReplyService,
    private readonly coin: CoinFacade,
  ) {}

  /**
   * Sends the message, or finds the reply that `lastEventId` names and sends nothing. Throws what sending throws, and `not_found` for a reply that
   * is not this fan's.
   */
  async begin(actor: Actor, request: ChatRequest, lastEventId: string | undefined): Promise<StreamStart> {
    if (lastEventId !== undefined) return this.resume(actor, lastEventId);
    const conversationId = request.conversationId ?? (await this.open(actor, request.personaId));
    const { messageId, replyId } = await this.sending.send(actor, {
      kind: 'send',
      conversationId,
      clientMessageId: request.clientMessageId ?? randomUUID(),
      content: request.message,
      maxPriceMicrocoins: request.maxPriceMicrocoins,
    });
    return { conversationId, messageId, replyId, toldChars: 0 };
  }

  /** Tells the reply to its end. A reader that goes away stops nothing: the reply is written, and waits. */
  async tell(fanId: string, { toldChars, ...start }: StreamStart, stream: EventStream): Promise<void> {
    const send = <Name extends keyof Events>(event: Name, data: z.infer<Events[Name]>, told: number) =>
      stream.send(event, data, `${start.replyId}:${told}`);
    try {
      send('meta', start, toldChars);
      for await (const step of this.following.follow(start.replyId, toldChars, stream.signal)) {
        if (step.kind === 'text') send('answer', { content: step.text, finished: false }, step.toldChars);
        else await this.finish(fanId, step.standing, send);
      }
    } catch (error) {
      const { code, message } = toAppError(error);
      if (code === 'internal') this.logger.error(`the stream of reply ${start.replyId} broke: ${String(error)}`);
      stream.send('error', { code, message, refunded: false });
    } finally {
      stream.end();
    }
  }

  private async finish(
    fanId: string,
    standing: StandingRow,
    send: <Name extends keyof Events>(event: Name, data: z.infer<Events[Name]>, told: number) => void,
  ): Promise<void> {
    const { balanceMicrocoins } = await this.coin.balance(fanId);
    const told = standing.content.length;
    send('answer', { content: '', finished: true }, told);
    const charge = toCharge(standing.charged_microcoins ?? 0n, standing.refunded);
    send('usage', { tokensUsed: standing.tokens, ...charge, balanceAfterMicrocoins: balanceMicrocoins }, told);
    if (standing.status === 'failed') {
      const code = failureCodeOf(standing.failure_code) ?? 'provider_failed';
      send('error', { code, message: 'The reply failed', refunded: standing.refunded }, told);
    } else send('done', { status: standing.status }, told);
  }

  private async resume(actor: Actor, lastEventId: string): Promise<StreamStart> {
    const [replyId = '', told] = parseOrThrow(chatEventId, lastEventId).split(':');
    const { conversation_id: conversationId, parent_id } = await this.following.find(actor.userId, replyId);
    return { conversationId, messageId: parent_id ?? replyId, replyId, toldChars: Number(told) };
  }

  private async open(actor: Actor, personaId = ''): Promise<string> {
    return (await this.conversations.start(actor, personaId)).id;
  }
}
