import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { EventEmitterModule } from '@nestjs/event-emitter';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { AccessGuard } from './auth/access.guard.ts';
import { AccessTokens } from './auth/access-token.ts';
import { JwtStrategy } from './auth/jwt.strategy.ts';
import { OpenSessions } from './auth/open-sessions.ts';
import { ConfigModule } from './config/config.module.ts';
import type { Env } from './config/env.ts';
import { DatabaseModule } from './database/database.module.ts';
import { HttpErrorFilter } from './errors/http-error.filter.ts';
import { Failpoints } from './failpoints/failpoints.service.ts';
import { HealthController } from './health/health.controller.ts';
import { ShutdownState } from './health/shutdown-state.ts';
import { type LogSink, loggingModule } from './logging/logging.module.ts';
import { openMediaStore } from './media/open-media-store.ts';
import { PictureRepository } from './media/picture.repository.ts';
import { MEDIA_STORE, PictureLibrary } from './media/picture-library.service.ts';
import { Metrics } from './metrics/metrics.service.ts';
import { ClientAddresses } from './network/client-addresses.ts';
import { RateLimitGuard } from './rate-limit/rate-limit.guard.ts';
import { RateLimits } from './rate-limit/rate-limits.ts';
import { Realtime } from './realtime/realtime.service.ts';
import { SocketAnswers } from './realtime/socket-answers.ts';
import { RedisConnections } from './redis/redis-connections.service.ts';

/** Everything that knows no business word; global, so that modules import only one another. */
@Module({})
export class PlatformModule {
  static forRoot(env: Env, log?: LogSink): DynamicModule {
    const shared = [
      AccessTokens,
      ClientAddresses,
      Failpoints,
      Metrics,
      OpenSessions,
      PictureLibrary,
      RateLimits,
      Realtime,
      RedisConnections,
      ShutdownState,
      SocketAnswers,
    ];
    return {
      module: PlatformModule,
      global: true,
      imports: [
        ConfigModule.forRoot(env),
        DatabaseModule.forRoot(env),
        loggingModule(env, log),
        EventEmitterModule.forRoot(),
        PassportModule,
        JwtModule.register({}),
      ],
      controllers: [HealthController],
      providers: [
        ...shared,
        JwtStrategy,
        PictureRepository,
        { provide: MEDIA_STORE, useFactory: () => openMediaStore(env) },
        // Order matters: a flood is turned away before a signature is checked.
        { provide: APP_GUARD, useClass: RateLimitGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: HttpErrorFilter },
      ],
      exports: [...shared, MEDIA_STORE],
    };
  }
}
