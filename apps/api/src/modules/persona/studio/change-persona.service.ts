import { Injectable } from '@nestjs/common';
import type { OwnPersona, PersonaContent, PersonaStep } from '@troupe/contracts/http/creator-persona';
import { LIMITS } from '@troupe/contracts/limits';
import { diffPersonas } from '@troupe/contracts/persona-diff';
import { type Tx, UnitOfWork } from '@troupe/database';
import { KeptObjectRepository } from '../lore/kept-object.repository.ts';
import { personaNotFound } from '../persona.policy.ts';
import { JudgePersonaService } from './judge-persona.service.ts';
import { KeepRoomService } from './keep-room.service.ts';
import { KeepVersionsService } from './keep-versions.service.ts';
import * as errors from './studio.errors.ts';
import { toOwn } from './studio.presenter.ts';
import { StudioRepository, type WrittenPersona } from './studio.repository.ts';

interface Step extends PersonaStep {
  /** Replaces so much at once that also of what isn't published both are kept: what was there, and what came. */
  keepsDrafts?: boolean;
}

/** The one way in which what a persona says or knows changes, whatever part of it is meant. */
@Injectable()
export class ChangePersonaService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: StudioRepository,
    private readonly versions: KeepVersionsService,
    private readonly judging: JudgePersonaService,
    private readonly objects: KeptObjectRepository,
    private readonly room: KeepRoomService,
  ) {}

  /**
   * `make` says what the persona is from now on, under its lock; what it knows anew is put beside it there. Of a published persona fans meet it at once: it has
   * to pass the checks, and makes a version. Of an unpublished one they still see name and hook. Throws `not_found`, `changed_meanwhile` when it was saved since
   * `revision`, `persona_not_publishable`, `payload_too_large` and `storage_full`.
   */
  async change(
    creatorId: string,
    personaId: string,
    step: Step,
    make: (before: WrittenPersona, tx: Tx) => Promise<PersonaContent>,
  ): Promise<OwnPersona> {
    return this.unitOfWork.run('save-persona', async (tx) => {
      const before = await this.repository.lockOwn(tx, creatorId, personaId);
      if (before === undefined) throw personaNotFound();
      if (before.revision !== step.revision) throw errors.changedMeanwhile();
      const content = await make(before, tx);
      requireShort(content);
      const problems = await this.judging.problemsOf(personaId, content);
      if (diffPersonas(before.content, content).length === 0) return toOwn(before, problems);
      this.judging.requireFit(before.status, problems);
      const after = await this.write(tx, creatorId, before, content, step);
      if (knowsAnother(before.content, content)) {
        await this.objects.sweep(tx, personaId);
        await this.room.make(tx, creatorId);
      }
      return toOwn(after, problems);
    });
  }

  private async write(
    tx: Tx,
    creatorId: string,
    before: WrittenPersona,
    content: PersonaContent,
    { note, keepsDrafts = false }: Step,
  ): Promise<WrittenPersona> {
    const isMet = before.status === 'published';
    if (!isMet && !keepsDrafts) return this.repository.update(tx, before.id, content);
    await this.versions.keepFound(tx, before);
    if (!isMet) await this.versions.keepUnmet(tx, before, creatorId);
    const after = await this.repository.update(tx, before.id, content);
    await this.versions.keep(tx, after, { cause: 'saved', note: note ?? '', authorId: creatorId });
    return after;
  }
}

/** Throws `payload_too_large`. */
export function requireShort(content: PersonaContent): void {
  if (Buffer.byteLength(JSON.stringify(content)) > LIMITS.personaBytesMax) throw errors.personaTooLong();
}

/** Then something may be kept that nothing names any more. */
export const knowsAnother = (before: PersonaContent, after: PersonaContent): boolean =>
  before.lorebookKey !== after.lorebookKey || before.cardKey !== after.cardKey;
