import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { OwnPersona, PersonaStep } from '@troupe/contracts/http/creator-persona';
import { type Tx, UnitOfWork } from '@troupe/database';
import { slugOf, slugWithTail } from '../domain/slug.ts';
import { personaNotFound } from '../persona.policy.ts';
import { JudgePersonaService } from './judge-persona.service.ts';
import { KeepVersionsService } from './keep-versions.service.ts';
import * as errors from './studio.errors.ts';
import { toOwn } from './studio.presenter.ts';
import { StudioRepository, type WrittenPersona } from './studio.repository.ts';

/** A tail has some 20 bits of chance: a second one is rare, a fifth never happens. */
const TAILS_MAX = 5;
const TAIL_RANDOM_BYTES = 4;

@Injectable()
export class PublishPersonaService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: StudioRepository,
    private readonly versions: KeepVersionsService,
    private readonly judging: JudgePersonaService,
  ) {}

  /**
   * Fans can meet it from now on, at an address made of its name the first time. What is published already stays as it is. Throws `not_found`,
   * `changed_meanwhile` and `persona_not_publishable`.
   */
  async publish(creatorId: string, personaId: string, { revision, note }: PersonaStep): Promise<OwnPersona> {
    return this.unitOfWork.run('publish-persona', async (tx) => {
      const persona = await this.repository.lockOwn(tx, creatorId, personaId);
      if (persona === undefined) throw personaNotFound();
      const problems = await this.judging.problemsOf(personaId, persona.content);
      if (persona.status === 'published') return toOwn(persona, problems);
      if (persona.revision !== revision) throw errors.changedMeanwhile();
      this.judging.requireFit('published', problems);
      await this.versions.keepFound(tx, persona);
      // Its address stays when it comes back: fans have it.
      const slug = persona.publishedAt === null ? await this.freeSlug(tx, persona) : persona.slug;
      const published = await this.repository.publish(tx, personaId, slug, persona.publishedAt ?? new Date());
      await this.versions.keep(tx, published, { cause: 'published', note: note ?? '', authorId: creatorId });
      return toOwn(published, []);
    });
  }

  /** Nobody new meets it; replies under way come to their end, and who talked to it can read what was said. A draft stays one. Throws `not_found`. */
  async unpublish(creatorId: string, personaId: string): Promise<OwnPersona> {
    return this.unitOfWork.run('unpublish-persona', async (tx) => {
      const persona = await this.repository.lockOwn(tx, creatorId, personaId);
      if (persona === undefined) throw personaNotFound();
      const after = persona.status === 'published' ? await this.repository.unpublish(tx, personaId) : persona;
      return toOwn(after, await this.judging.problemsOf(personaId, after.content));
    });
  }

  private async freeSlug(tx: Tx, { content }: WrittenPersona): Promise<string> {
    const slug = slugOf(content.name);
    if (slug !== undefined && (await this.repository.isSlugFree(tx, slug))) return slug;
    for (let attempt = 1; attempt <= TAILS_MAX; attempt += 1) {
      const other = slugWithTail(slug, randomBytes(TAIL_RANDOM_BYTES));
      if (await this.repository.isSlugFree(tx, other)) return other;
    }
    throw new Error('every slug that was tried is taken');
  }
}
