import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.ts';
import type { AppError } from '../../platform/errors/app-error.ts';
import { ShutdownState } from '../../platform/health/shutdown-state.ts';
import { contentBlocked, ModerationFacade } from '../moderation/index.ts';
import { ageConfirmationRequired, PersonaFacade, type SpeakingPersona } from '../persona/index.ts';
import * as errors from './chat.errors.ts';

/** Who sends, as their socket's access token says: what it says of their age is as old as that. */
export type Sender = Pick<Actor, 'userId' | 'age'>;

/** Whether a persona hears a fan at all, and what the fan says: one read, and rules in memory. */
@Injectable()
export class AdmitMessageService {
  constructor(
    private readonly personas: PersonaFacade,
    private readonly moderation: ModerationFacade,
    private readonly shutdown: ShutdownState,
  ) {}

  /** Throws `shutting_down` when this process takes nothing any more. */
  requireOpen(): void {
    if (this.shutdown.begun) throw errors.shuttingDown();
  }

  /**
   * The persona, and why it may not be spoken to now, if anything: `refusal` is returned, because a message that was taken before is answered all the
   * same. `says` is null when only a reply is asked for. Throws `not_found` when there is no such persona.
   */
  async admit(
    fan: Sender,
    personaId: string,
    says: string | null,
  ): Promise<{ persona: SpeakingPersona; refusal: AppError | undefined }> {
    const persona = await this.personas.findSpeaking(personaId, fan.userId);
    if (persona === undefined) throw errors.personaGone();
    return { persona, refusal: this.refusalOf(fan, persona, says) };
  }

  private refusalOf(fan: Sender, persona: SpeakingPersona, says: string | null): AppError | undefined {
    if (!persona.available && (persona.deleted || persona.creatorId !== fan.userId)) return errors.personaGone();
    if (persona.blocked) return errors.personaBlocked();
    if (persona.mature && fan.age !== 'adult') return ageConfirmationRequired();
    if (says === null) return undefined;
    const check = this.moderation.checkInput(says, { mature: persona.mature, minor: fan.age === 'minor' });
    return check.kind === 'blocked' ? contentBlocked() : undefined;
  }
}
