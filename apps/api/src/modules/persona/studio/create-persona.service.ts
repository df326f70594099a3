import { Injectable } from '@nestjs/common';
import { ECONOMY } from '@troupe/contracts/economy';
import type { OwnPersona, PersonaContent } from '@troupe/contracts/http/creator-persona';
import { LIMITS } from '@troupe/contracts/limits';
import { type Tx, UnitOfWork } from '@troupe/database';
import { newId } from '../../../platform/ids/ids.ts';
import { draftSlug } from '../domain/slug.ts';
import { KeptObjectRepository } from '../lore/kept-object.repository.ts';
import { personaNotFound } from '../persona.policy.ts';
import { knowsAnother, requireShort } from './change-persona.service.ts';
import { JudgePersonaService } from './judge-persona.service.ts';
import { KeepRoomService } from './keep-room.service.ts';
import * as errors from './studio.errors.ts';
import { toOwn } from './studio.presenter.ts';
import { StudioRepository } from './studio.repository.ts';

const HUES = 360;
const COPY = ' (copy)';

/** What a draft begins with; what is left out has the value that works for most. */
export type NewPersona = Partial<PersonaContent> & Pick<PersonaContent, 'name'>;

/** Personas begin as drafts, out of nothing, a card or another one. */
@Injectable()
export class CreatePersonaService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: StudioRepository,
    private readonly judging: JudgePersonaService,
    private readonly objects: KeptObjectRepository,
    private readonly room: KeepRoomService,
  ) {}

  /** A draft of what there is. Throws `creator_profile_required`, `too_many_personas` and `payload_too_large`. */
  async create(creatorId: string, persona: NewPersona): Promise<OwnPersona> {
    return this.insert(creatorId, { ...emptyContent(), ...persona }, noKnowledge);
  }

  /** A draft with everything that one's own persona says. Throws `not_found`, `changed_meanwhile`, `too_many_personas` and `storage_full`. */
  async duplicate(creatorId: string, personaId: string): Promise<OwnPersona> {
    const found = await this.repository.findOwn(creatorId, personaId);
    if (found === undefined) throw personaNotFound();
    const { content } = found;
    const keys = [content.lorebookKey, content.cardKey].filter((key) => key !== null);
    return this.insert(creatorId, { ...content, name: copyName(content.name) }, async (tx, id) => {
      if (keys.length === 0) return;
      // Under its lock it can't let go of what is copied.
      const still = await this.repository.lockOwn(tx, creatorId, personaId);
      if (still === undefined) throw personaNotFound();
      if (knowsAnother(still.content, content)) throw errors.changedMeanwhile();
      await this.objects.copy(tx, personaId, id, keys);
    });
  }

  /** A draft of a card: what it knows is put beside it by `know`. Throws what `create` throws, and `storage_full`. */
  async createKnowing(
    creatorId: string,
    persona: NewPersona,
    know: (tx: Tx, personaId: string) => Promise<void>,
  ): Promise<OwnPersona> {
    return this.insert(creatorId, { ...emptyContent(), ...persona }, know);
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
      if (content.lorebookKey !== null || content.cardKey !== null) await this.room.make(tx, creatorId);
      return persona;
    });
    return toOwn(made, await this.judging.problemsOf(id, content));
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
    nickname: '',
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
