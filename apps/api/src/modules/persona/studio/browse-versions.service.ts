import { Injectable } from '@nestjs/common';
import type {
  OwnPersona,
  PersonaStep,
  PersonaVersion,
  PersonaVersionsPage,
} from '@troupe/contracts/http/creator-persona';
import { diffPersonas } from '@troupe/contracts/persona-diff';
import { UnitOfWork } from '@troupe/database';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../../platform/ids/cursor.ts';
import { CompareVersionsService } from '../lore/compare-versions.service.ts';
import { KeptObjectRepository } from '../lore/kept-object.repository.ts';
import { personaNotFound } from '../persona.policy.ts';
import { knowsAnother } from './change-persona.service.ts';
import { JudgePersonaService } from './judge-persona.service.ts';
import { KeepVersionsService } from './keep-versions.service.ts';
import * as errors from './studio.errors.ts';
import { toOwn } from './studio.presenter.ts';
import { StudioRepository } from './studio.repository.ts';
import { VersionRepository } from './version.repository.ts';

const versionPosition = z.object({ number: z.int32() });

@Injectable()
export class BrowseVersionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: StudioRepository,
    private readonly versions: VersionRepository,
    private readonly keeping: KeepVersionsService,
    private readonly judging: JudgePersonaService,
    private readonly objects: KeptObjectRepository,
    private readonly comparing: CompareVersionsService,
  ) {}

  /** The newest first; none for what was never published. Throws `not_found`. */
  async list(
    creatorId: string,
    personaId: string,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
  ): Promise<PersonaVersionsPage> {
    await this.requireKept(creatorId, personaId);
    const before = cursor === undefined ? undefined : decodeCursor(versionPosition, cursor).number;
    const rows = await this.versions.list(personaId, before, limit + 1);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const more = rows.length > limit && last !== undefined;
    return { items, nextCursor: more ? encodeCursor({ number: last.number }) : null };
  }

  /** One version, and what it changed. Throws `not_found`. */
  async read(creatorId: string, personaId: string, number: number): Promise<PersonaVersion> {
    await this.requireKept(creatorId, personaId);
    const [found, previous] = await this.versions.findWithPrevious(personaId, number);
    if (found?.number !== number) throw errors.versionNotFound();
    const changes =
      previous === undefined ? [] : await this.comparing.changes(personaId, previous.content, found.content);
    return { ...found, changes };
  }

  /**
   * Makes the persona what it was, as a new version. Throws `not_found`, `changed_meanwhile`, and, while it is published, `persona_not_publishable` if
   * the rules have become stricter since.
   */
  async restore(creatorId: string, personaId: string, number: number, step: PersonaStep): Promise<OwnPersona> {
    await this.requireKept(creatorId, personaId);
    const [found] = await this.versions.findWithPrevious(personaId, number);
    if (found?.number !== number) throw errors.versionNotFound();
    const { content } = found;
    return this.unitOfWork.run('restore-persona', async (tx) => {
      const persona = await this.repository.lockOwn(tx, creatorId, personaId);
      if (persona === undefined) throw personaNotFound();
      if (persona.revision !== step.revision) throw errors.changedMeanwhile();
      const problems = await this.judging.problemsOf(personaId, content);
      if (diffPersonas(persona.content, content).length === 0) return toOwn(persona, problems);
      this.judging.requireFit(persona.status, problems);
      const restored = await this.repository.update(tx, personaId, content);
      const note = step.note ?? `Version ${number} again`;
      await this.keeping.keep(tx, restored, { cause: 'restored', note, authorId: creatorId });
      if (knowsAnother(persona.content, content)) await this.objects.sweep(tx, personaId);
      return toOwn(restored, problems);
    });
  }

  /** What was published before versions were kept gets its first one as soon as somebody looks. */
  private async requireKept(creatorId: string, personaId: string): Promise<void> {
    const persona = await this.repository.findOwn(creatorId, personaId);
    if (persona === undefined) throw personaNotFound();
    if (persona.publishedAt === null) return;
    await this.unitOfWork.run('keep-first-version', async (tx) => {
      if (await this.versions.isAny(tx, personaId)) return;
      const locked = await this.repository.lockOwn(tx, creatorId, personaId);
      if (locked !== undefined) await this.keeping.keepFound(tx, locked);
    });
  }
}
