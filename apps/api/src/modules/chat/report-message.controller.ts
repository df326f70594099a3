import { Controller, Post } from '@nestjs/common';
import { idParam } from '@troupe/contracts/http/common';
import { type ReportReceipt, type ReportRequest, reportRequest } from '@troupe/contracts/http/moderation';
import { type Actor, CurrentActor } from '../../platform/auth/actor.ts';
import { RateLimits } from '../../platform/rate-limit/rate-limits.ts';
import { ValidBody, ValidParam } from '../../platform/validation/validate.ts';
import { ReportMessageService } from './report-message.service.ts';

@Controller('chat/message')
export class ReportMessageController {
  constructor(
    private readonly reporting: ReportMessageService,
    private readonly rates: RateLimits,
  ) {}

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
