import { Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { idParam, pageQuery } from '@troupe/contracts/http/common';
import { type ReportReceipt, type ReportRequest, reportRequest } from '@troupe/contracts/http/moderation';
import type { BlockedPage } from '@troupe/contracts/http/persona';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../platform/auth/actor.ts';
import { RateLimits } from '../../platform/rate-limit/rate-limits.ts';
import { ValidBody, ValidParam, ValidQuery } from '../../platform/validation/validate.ts';
import { BlockPersonaService } from './block-persona.service.ts';
import { ReportPersonaService } from './report-persona.service.ts';

/** What a fan does to keep a persona away. */
@Controller('personas')
export class PersonaCareController {
  constructor(
    private readonly blocking: BlockPersonaService,
    private readonly reporting: ReportPersonaService,
    private readonly rates: RateLimits,
  ) {}

  @Get('blocked')
  async blocked(
    @CurrentActor() actor: Actor,
    @ValidQuery(pageQuery) query: z.output<typeof pageQuery>,
  ): Promise<BlockedPage> {
    return this.blocking.list(actor.userId, query.cursor, query.limit);
  }

  @Put(':id/block')
  @HttpCode(204)
  async block(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<void> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    await this.blocking.block(actor.userId, param.id);
  }

  @Delete(':id/block')
  @HttpCode(204)
  async unblock(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<void> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    await this.blocking.unblock(actor.userId, param.id);
  }

  @Post(':id/report')
  async report(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidBody(reportRequest) body: ReportRequest,
  ): Promise<ReportReceipt> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.reporting.report(actor, param.id, body);
  }
}
