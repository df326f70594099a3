import { Module } from '@nestjs/common';
import { AdminReportsController } from './admin-reports.controller.ts';
import { CareController } from './care.controller.ts';
import { FileReportService } from './file-report.service.ts';
import { ModerationFacade } from './moderation.facade.ts';
import { ReportRepository } from './report.repository.ts';
import { ReviewReportsService } from './review-reports.service.ts';

@Module({
  controllers: [CareController, AdminReportsController],
  providers: [ReportRepository, FileReportService, ReviewReportsService, ModerationFacade],
  exports: [ModerationFacade],
})
export class ModerationModule {}
