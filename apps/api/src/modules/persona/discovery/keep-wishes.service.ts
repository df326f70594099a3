import { Injectable } from '@nestjs/common';
import type { DiscoveryWishes } from '@troupe/contracts/http/discovery';
import type { Actor } from '../../../platform/auth/actor.ts';
import { requireAdult } from '../persona.policy.ts';
import { WishRepository } from './wish.repository.ts';

@Injectable()
export class KeepWishesService {
  constructor(private readonly repository: WishRepository) {}

  async read(actor: Actor): Promise<DiscoveryWishes> {
    return { showsMature: actor.age === 'adult' && (await this.repository.showsMature(actor.userId)) };
  }

  /** Mature personas are for adults: throws `age_confirmation_required`, and `not_found` for a minor. */
  async save(actor: Actor, { showsMature }: DiscoveryWishes): Promise<DiscoveryWishes> {
    if (showsMature) requireAdult(actor);
    await this.repository.save(actor.userId, showsMature);
    return { showsMature };
  }
}
