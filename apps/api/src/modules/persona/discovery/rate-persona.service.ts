import { Injectable } from '@nestjs/common';
import type { OwnRating } from '@troupe/contracts/http/discovery';
import { LIMITS } from '@troupe/contracts/limits';
import { UnitOfWork } from '@troupe/database';
import type { Actor } from '../../../platform/auth/actor.ts';
import { AppError } from '../../../platform/errors/app-error.ts';
import { type ChatPersona, KnownPersonas } from '../known-personas.service.ts';
import { personaNotFound, requireAdult } from '../persona.policy.ts';
import { ratingOf } from '../persona.presenter.ts';
import { PaidTalk } from './paid-talk.ts';
import { RatingRepository } from './rating.repository.ts';

/** Stars from fans who talked: one rating a fan, to be changed and taken back at any time. */
@Injectable()
export class RatePersonaService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: RatingRepository,
    private readonly known: KnownPersonas,
    private readonly talk: PaidTalk,
  ) {}

  /** What they said, what is missing before they may, and what all say. Throws `not_found` and `age_confirmation_required`. */
  async read(actor: Actor, personaId: string): Promise<OwnRating> {
    const persona = await this.#meet(actor, personaId);
    const [stars, figures, repliesMissing] = await Promise.all([
      this.repository.find(personaId, actor.userId),
      this.repository.figures(personaId),
      this.#missing(actor, persona),
    ]);
    // Who has rated may change it, also when the conversation is deleted since.
    return { stars, repliesMissing: stars === null ? repliesMissing : 0, rating: ratingOf(figures) };
  }

  /** Throws `not_found`, `age_confirmation_required`, and `rating_not_earned` before enough replies were paid for; a creator never rates their own. */
  async rate(actor: Actor, personaId: string, stars: number): Promise<OwnRating> {
    const persona = await this.#meet(actor, personaId);
    const [before, repliesMissing] = await Promise.all([
      this.repository.find(personaId, actor.userId),
      this.#missing(actor, persona),
    ]);
    if (repliesMissing === null || (before === null && repliesMissing > 0)) {
      throw new AppError('rating_not_earned', 'Only people who talked to a persona rate it', { repliesMissing });
    }
    await this.unitOfWork.run('rate-persona', (tx) => this.repository.save(tx, personaId, actor.userId, stars));
    return this.read(actor, personaId);
  }

  /** Also of a persona that can't be met any more. */
  async takeBack(actor: Actor, personaId: string): Promise<void> {
    await this.unitOfWork.run('take-back-rating', (tx) => this.repository.delete(tx, personaId, actor.userId));
  }

  async #meet(actor: Actor, personaId: string): Promise<ChatPersona> {
    const persona = await this.known.find(personaId, actor.userId);
    if (persona?.available !== true) throw personaNotFound();
    if (persona.mature) requireAdult(actor);
    return persona;
  }

  async #missing(actor: Actor, persona: ChatPersona): Promise<number | null> {
    if (persona.creatorId === actor.userId) return null;
    const enough = LIMITS.ratingRepliesMin;
    return enough - (await this.talk.source.countReplies(actor.userId, persona.brief.id, enough));
  }
}
