import { Injectable } from '@nestjs/common';
import { ECONOMY } from '@troupe/contracts/economy';
import type { OwnPersona, PersonaChanges, PersonaContent } from '@troupe/contracts/http/creator-persona';
import { LIMITS } from '@troupe/contracts/limits';
import { diffPersonas } from '@troupe/contracts/persona-diff';
import { UnitOfWork } from '@troupe/database';
import { newId } from '../../../platform/ids/ids.ts';
import { PictureLibrary } from '../../../platform/media/picture-library.service.ts';
import { draftSlug } from '../domain/slug.ts';
import { personaNotFound } from '../persona.policy.ts';
import { JudgePersonaService } from './judge-persona.service.ts';
import { KeepVersionsService } from './keep-versions.service.ts';
import * as errors from './studio.errors.ts';
import { toOwn } from './studio.presenter.ts';
import { StudioRepository } from './studio.repository.ts';

const HUES = 360;
const COPY = ' (copy)';

/** What a draft begins with; what is left out has the value that works for most. */
export type NewPersona = Partial<PersonaContent> & Pick<PersonaContent, 'name'>;

@Injectable()
export class EditPersonaService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: StudioRepository,
    private readonly versions: KeepVersionsService,
    private readonly judging: JudgePersonaService,
    private readonly pictures: PictureLibrary,
  ) {}

  /** A draft of what there is. Throws `creator_profile_required`, `too_many_personas` and `payload_too_large`. */
  async create(creatorId: string, persona: NewPersona): Promise<OwnPersona> {
    return this.insert(creatorId, { ...emptyContent(), ...persona });
  }

  /** A draft with everything that one's own persona says. Throws `not_found` and `too_many_personas`. */
  async duplicate(creatorId: string, personaId: string): Promise<OwnPersona> {
    const found = await this.repository.findOwn(creatorId, personaId);
    if (found === undefined) throw personaNotFound();
    const { content } = found;
    return this.insert(creatorId, { ...content, name: copyName(content.name) });
  }

  /**
   * Changes what is named. Of a published persona fans meet it at once: it has to pass the checks, and makes a version. Of an unpublished one they still see
   * name and hook. Throws `not_found`,
   * `changed_meanwhile` when it was saved since `revision`, `persona_not_publishable`, `payload_too_large`, and `validation_failed` for a picture that isn't theirs.
   */
  async save(creatorId: string, personaId: string, request: PersonaChanges): Promise<OwnPersona> {
    const { revision, note, ...changes } = request;
    const looks = await this.looksOf(creatorId, changes);
    return this.unitOfWork.run('save-persona', async (tx) => {
      const before = await this.repository.lockOwn(tx, creatorId, personaId);
      if (before === undefined) throw personaNotFound();
      if (before.revision !== revision) throw errors.changedMeanwhile();
      const content: PersonaContent = { ...before.content, ...withoutUndefined(changes), ...looks };
      requireShort(content);
      const problems = this.judging.problemsOf(content);
      if (diffPersonas(before.content, content).length === 0) return toOwn(before, problems);
      this.judging.requireFit(before.status, content);
      if (before.status !== 'published') return toOwn(await this.repository.update(tx, personaId, content), problems);
      await this.versions.keepFound(tx, before);
      const after = await this.repository.update(tx, personaId, content);
      await this.versions.keep(tx, after, { cause: 'saved', note: note ?? '', authorId: creatorId });
      return toOwn(after, problems);
    });
  }

  /** Out of sight for everybody; who talked to it can still read what was said. Throws `not_found`. */
  async delete(creatorId: string, personaId: string): Promise<void> {
    await this.unitOfWork.run('delete-persona', async (tx) => {
      const persona = await this.repository.lockOwn(tx, creatorId, personaId);
      if (persona === undefined) throw personaNotFound();
      await this.repository.markDeleted(tx, persona, new Date());
    });
  }

  private async insert(creatorId: string, content: PersonaContent): Promise<OwnPersona> {
    requireShort(content);
    if (!(await this.repository.isCreator(creatorId))) throw errors.creatorProfileRequired();
    if ((await this.repository.countOwn(creatorId)) >= LIMITS.personasPerCreatorMax) throw errors.tooManyPersonas();
    const id = newId();
    const frame = { id, creatorId, slug: draftSlug(id) };
    const made = await this.unitOfWork.run('create-persona', (tx) => this.repository.insert(tx, frame, content));
    return toOwn(made, this.judging.problemsOf(content));
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

function requireShort(content: PersonaContent): void {
  if (Buffer.byteLength(JSON.stringify(content)) > LIMITS.personaBytesMax) throw errors.personaTooLong();
}

function emptyContent(): Omit<PersonaContent, 'name'> {
  return {
    hook: '',
    description: '',
    looks: '',
    category: 'other',
    tags: [],
    mature: false,
    pictureKey: null,
    hueDegrees: Math.floor(Math.random() * HUES),
    personality: '',
    scenario: '',
    sliders: {},
    systemPrompt: '',
    postHistory: '',
    greeting: '',
    alternativeGreetings: [],
    exampleDialogue: [],
    starters: [],
    voice: {},
    price: { kind: 'flat', priceMicrocoins: ECONOMY.messagePriceDefaultMicrocoins },
  };
}

/** Cut by characters, so that none is left in half. */
function copyName(name: string): string {
  let short = name;
  while (short.length + COPY.length > LIMITS.nameCharsMax) short = [...short].slice(0, -1).join('');
  return `${short}${COPY}`;
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function withoutUndefined<T extends object>(changes: T): Defined<T> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Defined<T>;
}
