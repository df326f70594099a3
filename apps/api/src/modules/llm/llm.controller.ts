import { Controller, Get } from '@nestjs/common';
import type { LlmProviders } from '@troupe/contracts/http/llm';
import { type Actor, CurrentActor, requireRole } from '../../platform/auth/actor.ts';
import { ReadProvidersService } from './read-providers.service.ts';

@Controller('admin/llm')
export class LlmController {
  constructor(private readonly providers: ReadProvidersService) {}

  @Get('providers')
  list(@CurrentActor() actor: Actor): LlmProviders {
    requireRole(actor, 'admin');
    return this.providers.read();
  }
}
