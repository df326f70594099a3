import { Controller, Delete, HttpCode, Post, Put } from '@nestjs/common';
import { type ReactionRequest, reactionRequest } from '@troupe/contracts/http/chat';
import { idParam } from '@troupe/contracts/http/common';
import { type ReportReceipt, type ReportRequest, reportRequest } from '@troupe/contracts/http/moderation';
import { type Actor, CurrentActor } from '../../platform/auth/actor.ts';
import { RateLimits } from '../../platform/rate-limit/rate-limits.ts';
import { ValidBody, ValidParam } from '../../platform/validation/validate.ts';
import { DeleteMessageService } from './delete-message.service.ts';
import { ReactToMessageService } from './react-to-message.service.ts';
import { ReportMessageService } from './report-message.service.ts';

/** What a fan does with one message. */
@Controller('chat/message')
export class MessageController {
  constructor(
    private readonly deleting: DeleteMessageService,
    private readonly reactions: ReactToMessageService,
    private readonly reporting: ReportMessageService,
    private readonly rates: RateLimits,
  ) {}

  @Delete(':id')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<void> {
    await this.deleting.delete(param.id, actor.userId);
  }

  @Put(':id/reaction')
  @HttpCode(204)
  async react(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidBody(reactionRequest) body: ReactionRequest,
  ): Promise<void> {
    await this.reactions.react(param.id, actor.userId, body.reaction);
  }

  @Post(':id/report')
  async report(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidBody(reportRequest) body: ReportRequest,
  ): Promise<ReportReceipt> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.reporting.report(actor.userId, param.id, body);
  }
}
