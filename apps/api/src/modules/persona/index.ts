export type { ChatPersona } from './known-personas.service.ts';
export { PersonaFacade } from './persona.facade.ts';
export { PersonaModule } from './persona.module.ts';
