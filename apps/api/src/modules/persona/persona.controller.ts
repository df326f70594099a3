import { Controller, Get } from '@nestjs/common';
import { type PersonaPage, slugParam } from '@troupe/contracts/http/persona';
import { OpenToAll } from '../../platform/auth/access.guard.ts';
import { type Actor, MaybeActor } from '../../platform/auth/actor.ts';
import { ValidParam } from '../../platform/validation/validate.ts';
import { BrowsePersonasService } from './browse-personas.service.ts';

@OpenToAll()
@Controller('personas')
export class PersonaController {
  constructor(private readonly browse: BrowsePersonasService) {}

  @Get(':slug')
  async page(
    @MaybeActor() actor: Actor | undefined,
    @ValidParam(slugParam) param: { slug: string },
  ): Promise<PersonaPage> {
    return this.browse.page(param.slug, actor);
  }
}
