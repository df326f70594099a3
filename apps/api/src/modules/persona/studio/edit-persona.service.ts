import { Injectable } from '@nestjs/common';
import { ECONOMY } from '@troupe/contracts/economy';
import type { OwnPersona, PersonaChanges, PersonaContent } from '@troupe/contracts/http/creator-persona';
import { LIMITS } from '@troupe/contracts/limits';
import { type Tx, UnitOfWork } from '@troupe/database';
import { newId } from '../../../platform/ids/ids.ts';
import { PictureLibrary } from '../../../platform/media/picture-library.service.ts';
import { draftSlug } from '../domain/slug.ts';
import { KeptObjectRepository } from '../lore/kept-object.repository.ts';
import { personaNotFound } from '../persona.policy.ts';
import { ChangePersonaService, requireShort } from './change-persona.service.ts';
import { JudgePersonaService } from './judge-persona.service.ts';
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
    private readonly changing: ChangePersonaService,
    private readonly judging: JudgePersonaService,
    private readonly objects: KeptObjectRepository,
    private readonly pictures: PictureLibrary,
  ) {}

  /** A draft of what there is. Throws `creator_profile_required`, `too_many_personas` and `payload_too_large`. */
  async create(creatorId: string, persona: NewPersona): Promise<OwnPersona> {
    return this.insert(creatorId, { ...emptyContent(), ...persona }, noKnowledge);
  }

  /** A draft with everything that one's own persona says. Throws `not_found` and `too_many_personas`. */
  async duplicate(creatorId: string, personaId: string): Promise<OwnPersona> {
    const found = await this.repository.findOwn(creatorId, personaId);
    if (found === undefined) throw personaNotFound();
    const { content } = found;
    const keys = [content.lorebookKey, content.cardKey].filter((key) => key !== null);
    return this.insert(creatorId, { ...content, name: copyName(content.name) }, (tx, id) =>
      keys.length === 0 ? Promise.resolve() : this.objects.copy(tx, personaId, id, keys),
    );
  }

  /** A draft of a card: what it knows is put beside it by `know`. Throws what `create` throws. */
  async createKnowing(
    creatorId: string,
    persona: NewPersona,
    know: (tx: Tx, personaId: string) => Promise<void>,
  ): Promise<OwnPersona> {
    return this.insert(creatorId, { ...emptyContent(), ...persona }, know);
  }

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

  /** Before anything is read of what a new one is made from. Throws `creator_profile_required` and `too_many_personas`. */
  async requireRoom(creatorId: string): Promise<void> {
    if (!(await this.repository.isCreator(creatorId))) throw errors.creatorProfileRequired();
    if ((await this.repository.countOwn(creatorId)) >= LIMITS.personasPerCreatorMax) throw errors.tooManyPersonas();
  }

  private async insert(
    creatorId: string,
    content: PersonaContent,
    know: (tx: Tx, personaId: string) => Promise<void>,
  ): Promise<OwnPersona> {
    requireShort(content);
    await this.requireRoom(creatorId);
    const id = newId();
    const frame = { id, creatorId, slug: draftSlug(id) };
    const made = await this.unitOfWork.run('create-persona', async (tx) => {
      const persona = await this.repository.insert(tx, frame, content);
      await know(tx, id);
      return persona;
    });
    return toOwn(made, await this.judging.problemsOf(id, content));
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

const noKnowledge = (): Promise<void> => Promise.resolve();

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
    lorebookKey: null,
    cardKey: null,
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
