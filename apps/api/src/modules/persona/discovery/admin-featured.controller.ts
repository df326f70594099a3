import { Controller, Get, Put, UseGuards } from '@nestjs/common';
import { type FeaturedRequest, featuredRequest, type PersonaCards } from '@troupe/contracts/http/discovery';
import { type Actor, CurrentActor } from '../../../platform/auth/actor.ts';
import { AdminGuard } from '../../../platform/auth/admin.guard.ts';
import { ValidBody } from '../../../platform/validation/validate.ts';
import { FeaturePersonasService } from './feature-personas.service.ts';

@Controller('admin/featured')
@UseGuards(AdminGuard)
export class AdminFeaturedController {
  constructor(private readonly featuring: FeaturePersonasService) {}

  @Get()
  async list(): Promise<PersonaCards> {
    return this.featuring.list();
  }

  @Put()
  async replace(
    @CurrentActor() actor: Actor,
    @ValidBody(featuredRequest) body: FeaturedRequest,
  ): Promise<PersonaCards> {
    return this.featuring.replace(actor.userId, body.personaIds);
  }
}
