import { Controller, Headers, Post, Res } from '@nestjs/common';
import { type ChatRequest, chatRequest } from '@troupe/contracts/http/chat';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor } from '../../platform/auth/actor.ts';
import { EventStream } from '../../platform/http/event-stream.ts';
import { RateLimits } from '../../platform/rate-limit/rate-limits.ts';
import { ValidBody } from '../../platform/validation/validate.ts';
import { StreamReplyService } from './stream-reply.service.ts';

@Controller('chat')
export class ChatStreamController {
  constructor(
    private readonly streaming: StreamReplyService,
    private readonly limits: RateLimits,
  ) {}

  @Post()
  async chat(
    @CurrentActor() actor: Actor,
    @ValidBody(chatRequest) body: ChatRequest,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // One count with the socket's events: the two are the same act.
    await this.limits.takeOrThrow('socket-events', actor.userId);
    const start = await this.streaming.begin(actor, body, lastEventId);
    await this.streaming.tell(actor.userId, start, new EventStream(reply));
  }
}
