import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import type { Readiness } from '@troupe/contracts/http/health';
import type { Database } from '@troupe/database';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/access.guard.ts';
import { InjectDatabase } from '../database/database.module.ts';
import { notFound } from '../errors/app-error.ts';
import { Metrics } from '../metrics/metrics.service.ts';
import { isForwarded } from '../network/client-addresses.ts';
import { NotRateLimited } from '../rate-limit/rate-limit.guard.ts';
import { DatabaseReach } from './database-reach.ts';
import { ShutdownState } from './shutdown-state.ts';

@Public()
@NotRateLimited()
@Controller()
export class HealthController {
  private readonly database: DatabaseReach;

  constructor(
    @InjectDatabase() database: Database,
    private readonly metrics: Metrics,
    private readonly shutdown: ShutdownState,
  ) {
    this.database = new DatabaseReach(database);
  }

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

  /** For a scraper that reaches the API itself; to everybody who comes through the web app or a proxy it is not there. */
  @Get('metrics')
  @Header('cache-control', 'no-store')
  async scrape(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    if (isForwarded(request.raw)) throw notFound('This page');
    const { contentType, text } = await this.metrics.render();
    reply.header('content-type', contentType);
    return text;
  }
}
