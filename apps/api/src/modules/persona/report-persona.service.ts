import { Injectable } from '@nestjs/common';
import type { ReportReceipt, ReportRequest } from '@troupe/contracts/http/moderation';
import type { Actor } from '../../platform/auth/actor.ts';
import { ModerationFacade } from '../moderation/index.ts';
import { PersonaFacade } from './persona.facade.ts';
import { personaNotFound } from './persona.policy.ts';

@Injectable()
export class ReportPersonaService {
  constructor(
    private readonly personas: PersonaFacade,
    private readonly moderation: ModerationFacade,
  ) {}

  /** Throws `not_found` for what is not published, and `rate_limited`. A mature persona may be reported by whoever has its id. */
  async report(actor: Actor, personaId: string, request: ReportRequest): Promise<ReportReceipt> {
    const persona = await this.personas.findForChat(personaId, actor.userId);
    if (persona?.available !== true) throw personaNotFound();
    return this.moderation.report(actor.userId, { kind: 'persona', id: personaId }, request);
  }
}
