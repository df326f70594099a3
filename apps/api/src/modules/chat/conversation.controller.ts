import { Controller, Delete, Get, HttpCode, Patch, Post, Put, StreamableFile } from '@nestjs/common';
import {
  type Conversation,
  type ConversationMemory,
  exportQuery,
  type MessagesPage,
  type PromptInspection,
  type SelectBranchRequest,
  selectBranchRequest,
  type UpdateConversationRequest,
  updateConversationRequest,
  type WriteMemoryRequest,
  writeMemoryRequest,
} from '@troupe/contracts/http/chat';
import { idParam } from '@troupe/contracts/http/common';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../platform/auth/actor.ts';
import { ValidBody, ValidParam, ValidQuery } from '../../platform/validation/validate.ts';
import { DeleteConversationService } from './delete-conversation.service.ts';
import { ExportConversationService } from './export-conversation.service.ts';
import { InspectPromptService } from './inspect-prompt.service.ts';
import { KeepMemoryService } from './keep-memory.service.ts';
import { ShowBranchService } from './show-branch.service.ts';
import { UpdateConversationService } from './update-conversation.service.ts';

/** What a fan does with a conversation beside talking. */
@Controller('chat')
export class ConversationController {
  constructor(
    private readonly updating: UpdateConversationService,
    private readonly deleting: DeleteConversationService,
    private readonly branches: ShowBranchService,
    private readonly exporting: ExportConversationService,
    private readonly memories: KeepMemoryService,
    private readonly prompts: InspectPromptService,
  ) {}

  @Patch('conversation/:id')
  async update(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidBody(updateConversationRequest) body: UpdateConversationRequest,
  ): Promise<Conversation> {
    return this.updating.update(param.id, actor.userId, body);
  }

  @Post('conversation/:id/read')
  @HttpCode(204)
  async markRead(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<void> {
    await this.updating.markRead(param.id, actor.userId);
  }

  @Delete('conversation/:id')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<void> {
    await this.deleting.delete(param.id, actor.userId);
  }

  @Post('conversation/:id/branch')
  @HttpCode(200)
  async showBranch(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidBody(selectBranchRequest) body: SelectBranchRequest,
  ): Promise<MessagesPage> {
    return this.branches.show(param.id, actor.userId, body.messageId);
  }

  @Get('conversation/:id/export')
  async export(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidQuery(exportQuery) query: z.output<typeof exportQuery>,
  ): Promise<StreamableFile> {
    const { name, type, text } = await this.exporting.export(param.id, actor.userId, query.format);
    return new StreamableFile(text, { type, disposition: `attachment; filename="${name}"` });
  }

  @Get('conversation/:id/prompt')
  async prompt(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<PromptInspection> {
    return this.prompts.inspect(actor, param.id);
  }

  @Get('conversation/:id/memory')
  async memory(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<ConversationMemory> {
    return this.memories.read(param.id, actor.userId);
  }

  @Put('conversation/:id/memory')
  async writeMemory(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidBody(writeMemoryRequest) body: WriteMemoryRequest,
  ): Promise<ConversationMemory> {
    return this.memories.write(param.id, actor.userId, body.text);
  }
}
