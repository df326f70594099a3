import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { idParam, pageQuery } from '@troupe/contracts/http/common';
import {
  type OwnPersona,
  type PersonaStep,
  type PersonaVersion,
  type PersonaVersionsPage,
  personaStep,
  personaVersionParam,
} from '@troupe/contracts/http/creator-persona';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../platform/auth/actor.ts';
import { RateLimits } from '../../platform/rate-limit/rate-limits.ts';
import { ValidBody, ValidParam, ValidQuery } from '../../platform/validation/validate.ts';
import { StudioFacade } from '../persona/index.ts';

type VersionParam = z.output<typeof personaVersionParam>;

@Controller('creator/persona/:id/versions')
export class VersionsController {
  constructor(
    private readonly studio: StudioFacade,
    private readonly rates: RateLimits,
  ) {}

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidQuery(pageQuery) query: z.output<typeof pageQuery>,
  ): Promise<PersonaVersionsPage> {
    return this.studio.listVersions(actor.userId, param.id, query);
  }

  @Get(':number')
  async read(
    @CurrentActor() actor: Actor,
    @ValidParam(personaVersionParam) param: VersionParam,
  ): Promise<PersonaVersion> {
    return this.studio.readVersion(actor.userId, param.id, param.number);
  }

  @Post(':number/restore')
  @HttpCode(200)
  async restore(
    @CurrentActor() actor: Actor,
    @ValidParam(personaVersionParam) param: VersionParam,
    @ValidBody(personaStep) body: PersonaStep,
  ): Promise<OwnPersona> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.studio.restoreVersion(actor.userId, param.id, param.number, body);
  }
}
