import { Controller, Get, Header, Res } from '@nestjs/common';
import type { Readiness } from '@troupe/contracts/http/health';
import type { Database } from '@troupe/database';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/access.guard.ts';
import { InjectDatabase } from '../database/database.module.ts';
import { Metrics } from '../metrics/metrics.service.ts';
import { NotRateLimited } from '../rate-limit/rate-limit.guard.ts';
import { ShutdownState } from './shutdown-state.ts';

@Public()
@NotRateLimited()
@Controller()
export class HealthController {
  constructor(
    @InjectDatabase() private readonly database: Database,
    private readonly metrics: Metrics,
    private readonly shutdown: ShutdownState,
  ) {}

  @Get('health/live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('health/ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const database = await this.database.isReachable();
    const ok = database && !this.shutdown.begun;
    reply.status(ok ? 200 : 503);
    return { status: ok ? 'ok' : 'unavailable', database };
  }

  @Get('metrics')
  @Header('cache-control', 'no-store')
  async scrape(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { contentType, text } = await this.metrics.render();
    reply.header('content-type', contentType);
    return text;
  }
}
