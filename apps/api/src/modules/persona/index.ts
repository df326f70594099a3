export { type ChatPersona, PersonaFacade } from './persona.facade.ts';
export { PersonaModule } from './persona.module.ts';
