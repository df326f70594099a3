import { Module } from '@nestjs/common';
import { CoinModule } from '../coin/index.ts';
import { AnalyticsController } from './analytics.controller.ts';
import { ReadCreatorOverviewService } from './read-creator-overview.service.ts';

@Module({ imports: [CoinModule], controllers: [AnalyticsController], providers: [ReadCreatorOverviewService] })
export class AnalyticsModule {}
