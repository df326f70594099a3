import { Module } from '@nestjs/common';
import { ModerationModule } from '../moderation/index.ts';
import { BlockRepository } from './block.repository.ts';
import { BlockPersonaService } from './block-persona.service.ts';
import { BrowsePersonasService } from './browse-personas.service.ts';
import { KnownPersonas } from './known-personas.service.ts';
import { PersonaController } from './persona.controller.ts';
import { PersonaFacade } from './persona.facade.ts';
import { PersonaRepository } from './persona.repository.ts';
import { PersonaCareController } from './persona-care.controller.ts';
import { ReportPersonaService } from './report-persona.service.ts';

@Module({
  imports: [ModerationModule],
  // In this order: `/personas/blocked` is no slug.
  controllers: [PersonaCareController, PersonaController],
  providers: [
    PersonaRepository,
    BlockRepository,
    BrowsePersonasService,
    BlockPersonaService,
    ReportPersonaService,
    KnownPersonas,
    PersonaFacade,
  ],
  exports: [PersonaFacade],
})
export class PersonaModule {}
