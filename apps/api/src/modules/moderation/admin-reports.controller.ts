import { Controller, Get, HttpCode, Post, UseGuards } from '@nestjs/common';
import { idParam } from '@troupe/contracts/http/common';
import {
  type ReportDetail,
  type ReportsPage,
  type ReportsQuery,
  type ResolveReportRequest,
  reportsQuery,
  resolveReportRequest,
} from '@troupe/contracts/http/moderation';
import { type Actor, CurrentActor } from '../../platform/auth/actor.ts';
import { AdminGuard } from '../../platform/auth/admin.guard.ts';
import { ValidBody, ValidParam, ValidQuery } from '../../platform/validation/validate.ts';
import { ReviewReportsService } from './review-reports.service.ts';

@Controller('admin/reports')
@UseGuards(AdminGuard)
export class AdminReportsController {
  constructor(private readonly reviewing: ReviewReportsService) {}

  @Get()
  async list(@ValidQuery(reportsQuery) query: ReportsQuery): Promise<ReportsPage> {
    return this.reviewing.list(query);
  }

  @Get(':id')
  async read(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<ReportDetail> {
    return this.reviewing.read(actor.userId, param.id);
  }

  @Post(':id/resolve')
  @HttpCode(200)
  async resolve(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidBody(resolveReportRequest) body: ResolveReportRequest,
  ): Promise<ReportDetail> {
    return this.reviewing.resolve(actor.userId, param.id, body);
  }
}
