import { Injectable } from '@nestjs/common';
import type { ReportReceipt, ReportRequest } from '@troupe/contracts/http/moderation';
import { ModerationFacade } from '../moderation/index.ts';
import { messageNotFound } from './chat.errors.ts';
import { ReportMessageRepository } from './report-message.repository.ts';

@Injectable()
export class ReportMessageService {
  constructor(
    private readonly repository: ReportMessageRepository,
    private readonly moderation: ModerationFacade,
  ) {}

  /** Hands a copy of a fan's own message, and of what led to it, to the admins. Throws `not_found` and `rate_limited`. */
  async report(fanId: string, messageId: string, request: ReportRequest): Promise<ReportReceipt> {
    const found = await this.repository.find(messageId, fanId);
    if (found === undefined) throw messageNotFound();
    return this.moderation.report(fanId, { kind: 'message', id: messageId, ...found }, request);
  }
}
