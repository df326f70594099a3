import { Injectable } from '@nestjs/common';
import type { PersonaPage } from '@troupe/contracts/http/persona';
import type { Actor } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { requireAdult } from './persona.policy.ts';
import { toCard } from './persona.presenter.ts';
import { PersonaRepository } from './persona.repository.ts';

@Injectable()
export class BrowsePersonasService {
  constructor(private readonly repository: PersonaRepository) {}

  /** The public page of a published persona; throws `not_found` for every other slug, and `age_confirmation_required`. */
  async page(slug: string, actor: Actor | undefined): Promise<PersonaPage> {
    const row = await this.repository.findPublished(slug);
    if (row === null || row.publishedAt === null) throw notFound('This persona');
    const standing = actor && (await this.repository.standingsOf([{ personaId: row.id, fanId: actor.userId }]))[0];
    // Their creator blocked them: like what is not there.
    if (standing?.barred === true) throw notFound('This persona');
    if (row.mature) requireAdult(actor);
    return {
      ...toCard(row),
      description: row.description,
      greeting: row.greeting,
      nickname: row.nickname,
      starters: row.starters,
      creatorBio: row.creator.bio,
      blocked: standing?.blocked ?? false,
      publishedAt: row.publishedAt.toISOString(),
    };
  }
}
