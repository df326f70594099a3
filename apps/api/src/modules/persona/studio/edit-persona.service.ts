import { Injectable } from '@nestjs/common';
import type { OwnPersona, PersonaChanges } from '@troupe/contracts/http/creator-persona';
import { UnitOfWork } from '@troupe/database';
import { PictureLibrary } from '../../../platform/media/picture-library.service.ts';
import { personaNotFound } from '../persona.policy.ts';
import { ChangePersonaService } from './change-persona.service.ts';
import { StudioRepository } from './studio.repository.ts';

@Injectable()
export class EditPersonaService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: StudioRepository,
    private readonly changing: ChangePersonaService,
    private readonly pictures: PictureLibrary,
  ) {}

  /**
   * Changes what is named. Of a published persona fans meet it at once: it has to pass the checks, and makes a version. Of an unpublished one they still see
   * name and hook. Throws `not_found`,
   * `changed_meanwhile` when it was saved since `revision`, `persona_not_publishable`, `payload_too_large`, and `validation_failed` for a picture that isn't theirs.
   */
  async save(creatorId: string, personaId: string, request: PersonaChanges): Promise<OwnPersona> {
    const { revision, note, ...changes } = request;
    const looks = await this.looksOf(creatorId, changes);
    return this.changing.change(creatorId, personaId, { revision, note }, async (before) => ({
      ...before.content,
      ...withoutUndefined(changes),
      ...looks,
    }));
  }

  /** Out of sight for everybody; who talked to it can still read what was said. Throws `not_found`. */
  async delete(creatorId: string, personaId: string): Promise<void> {
    await this.unitOfWork.run('delete-persona', async (tx) => {
      const persona = await this.repository.lockOwn(tx, creatorId, personaId);
      if (persona === undefined) throw personaNotFound();
      await this.repository.markDeleted(tx, persona, new Date());
    });
  }

  /** A new picture brings its hue, unless another is asked for. */
  private async looksOf(
    creatorId: string,
    { pictureKey, hueDegrees }: Partial<Pick<PersonaChanges, 'pictureKey' | 'hueDegrees'>>,
  ): Promise<{ hueDegrees?: number }> {
    if (pictureKey === undefined || pictureKey === null) return {};
    const picture = await this.pictures.requireOwn(creatorId, pictureKey);
    return hueDegrees === undefined ? { hueDegrees: picture.hueDegrees } : {};
  }
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function withoutUndefined<T extends object>(changes: T): Defined<T> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Defined<T>;
}
