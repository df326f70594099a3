import { type DynamicModule, Module } from '@nestjs/common';
import { AccountModule } from './modules/account/index.ts';
import { AnalyticsModule } from './modules/analytics/index.ts';
import { AuthModule } from './modules/auth/index.ts';
import { ChatModule } from './modules/chat/index.ts';
import { CoinModule } from './modules/coin/index.ts';
import { CommunityModule } from './modules/community/index.ts';
import { CreatorModule } from './modules/creator/index.ts';
import { LlmModule } from './modules/llm/index.ts';
import { ModerationModule } from './modules/moderation/index.ts';
import { NotificationModule } from './modules/notification/index.ts';
import { PaymentModule } from './modules/payment/index.ts';
import { PersonaModule } from './modules/persona/index.ts';
import type { Env } from './platform/config/env.ts';
import type { LogSink } from './platform/logging/logging.module.ts';
import { PlatformModule } from './platform/platform.module.ts';

/** The list of modules is the table of contents. */
@Module({})
export class AppModule {
  static forRoot(env: Env, log?: LogSink): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(env, log),
        AuthModule,
        AccountModule,
        PersonaModule,
        CreatorModule,
        ModerationModule,
        ChatModule,
        LlmModule,
        CoinModule,
        PaymentModule,
        AnalyticsModule,
        CommunityModule,
        NotificationModule,
      ],
    };
  }
}
