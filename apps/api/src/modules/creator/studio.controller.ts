import { Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { idParam, pageQuery } from '@troupe/contracts/http/common';
import {
  type CreatePersonaRequest,
  createPersonaRequest,
  type OwnPersona,
  type OwnPersonasPage,
  type PersonaChanges,
  type PersonaStep,
  personaChanges,
  personaStep,
} from '@troupe/contracts/http/creator-persona';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../platform/auth/actor.ts';
import { RateLimits } from '../../platform/rate-limit/rate-limits.ts';
import { ValidBody, ValidParam, ValidQuery } from '../../platform/validation/validate.ts';
import { StudioFacade } from '../persona/index.ts';

@Controller('creator')
export class StudioController {
  constructor(
    private readonly studio: StudioFacade,
    private readonly rates: RateLimits,
  ) {}

  @Get('personas')
  async list(
    @CurrentActor() actor: Actor,
    @ValidQuery(pageQuery) query: z.output<typeof pageQuery>,
  ): Promise<OwnPersonasPage> {
    return this.studio.list(actor.userId, query);
  }

  @Post('persona')
  async create(
    @CurrentActor() actor: Actor,
    @ValidBody(createPersonaRequest) body: CreatePersonaRequest,
  ): Promise<OwnPersona> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.studio.create(actor.userId, body);
  }

  @Get('persona/:id')
  async read(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<OwnPersona> {
    return this.studio.read(actor.userId, param.id);
  }

  @Patch('persona/:id')
  async save(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidBody(personaChanges) body: PersonaChanges,
  ): Promise<OwnPersona> {
    await this.rates.takeOrThrow('studio-saves', actor.userId);
    return this.studio.save(actor.userId, param.id, body);
  }

  @Post('persona/:id/publish')
  @HttpCode(200)
  async publish(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidBody(personaStep) body: PersonaStep,
  ): Promise<OwnPersona> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.studio.publish(actor.userId, param.id, body);
  }

  @Post('persona/:id/unpublish')
  @HttpCode(200)
  async unpublish(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<OwnPersona> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.studio.unpublish(actor.userId, param.id);
  }

  @Post('persona/:id/duplicate')
  async duplicate(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<OwnPersona> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.studio.duplicate(actor.userId, param.id);
  }

  @Delete('persona/:id')
  @HttpCode(204)
  async delete(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<void> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    await this.studio.delete(actor.userId, param.id);
  }
}
