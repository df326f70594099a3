import { Module } from '@nestjs/common';
import { BrowsePersonasService } from './browse-personas.service.ts';
import { KnownPersonas } from './known-personas.service.ts';
import { PersonaController } from './persona.controller.ts';
import { PersonaFacade } from './persona.facade.ts';
import { PersonaRepository } from './persona.repository.ts';

@Module({
  controllers: [PersonaController],
  providers: [PersonaRepository, BrowsePersonasService, KnownPersonas, PersonaFacade],
  exports: [PersonaFacade],
})
export class PersonaModule {}
