import { Controller, Get, Post } from '@nestjs/common';
import {
  type Conversation,
  type ConversationsPage,
  type CreateConversationRequest,
  conversationsQuery,
  createConversationRequest,
  type MessagesPage,
  messagesQuery,
} from '@troupe/contracts/http/chat';
import { idParam } from '@troupe/contracts/http/common';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../platform/auth/actor.ts';
import { ValidBody, ValidParam, ValidQuery } from '../../platform/validation/validate.ts';
import { ListConversationsService } from './list-conversations.service.ts';
import { ReadConversationService } from './read-conversation.service.ts';
import { StartConversationService } from './start-conversation.service.ts';

@Controller('chat')
export class ChatController {
  constructor(
    private readonly starting: StartConversationService,
    private readonly reading: ReadConversationService,
    private readonly listing: ListConversationsService,
  ) {}

  @Post('conversation')
  async start(
    @CurrentActor() actor: Actor,
    @ValidBody(createConversationRequest) body: CreateConversationRequest,
  ): Promise<Conversation> {
    return this.starting.start(actor, body.personaId);
  }

  @Get('conversations')
  async list(
    @CurrentActor() actor: Actor,
    @ValidQuery(conversationsQuery) query: z.output<typeof conversationsQuery>,
  ): Promise<ConversationsPage> {
    return this.listing.list(actor.userId, query);
  }

  @Get('conversation/:id')
  async find(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<Conversation> {
    return this.reading.find(param.id, actor.userId);
  }

  @Get('conversation/:id/messages')
  async messages(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidQuery(messagesQuery) query: z.output<typeof messagesQuery>,
  ): Promise<MessagesPage> {
    return this.reading.messages(param.id, actor.userId, query.cursor, query.limit);
  }
}
