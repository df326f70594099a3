import { Injectable } from '@nestjs/common';
import type { GalleryPage, PersonaBrief } from '@troupe/contracts/http/persona';
import type { Tx } from '@troupe/database';
import type { Actor } from '../../platform/auth/actor.ts';
import { FansFacade } from './fans/fans.facade.ts';
import { type ChatPersona, KnownPersonas, type SpeakingPersona } from './known-personas.service.ts';
import { MeetPersonaService } from './meet-persona.service.ts';
import { toBrief } from './persona.presenter.ts';
import { PersonaRepository } from './persona.repository.ts';

@Injectable()
export class PersonaFacade {
  constructor(
    private readonly repository: PersonaRepository,
    private readonly known: KnownPersonas,
    private readonly meeting: MeetPersonaService,
    private readonly fans: FansFacade,
  ) {}

  /**
   * A persona as a chat needs it, as of now: one small read, and a second one when it has changed. Undefined for an id that is no persona; unpublished
   * ones come with `available: false`, for old conversations. `blocked` is for `fanId`, and part of the same read.
   */
  async findForChat(personaId: string, fanId?: string): Promise<ChatPersona | undefined> {
    return this.known.find(personaId, fanId);
  }

  /** The same of one that is about to speak: with its lorebook. */
  async findSpeaking(personaId: string, fanId?: string): Promise<SpeakingPersona | undefined> {
    return this.known.findSpeaking(personaId, fanId);
  }

  /** Names and portraits of personas by id, published or not. */
  async findBriefs(personaIds: readonly string[]): Promise<ReadonlyMap<string, PersonaBrief>> {
    const rows = await this.repository.findBriefs(personaIds);
    return new Map(rows.map((row) => [row.id, toBrief(row)]));
  }

  /** The user id of the creator with this lower-case handle, or undefined. */
  async findCreator(handle: string): Promise<string | undefined> {
    return this.repository.findCreator(handle);
  }

  /** Counts one more conversation with a persona, in the transaction in which this fan starts it. */
  async countConversation(
    tx: Pick<Tx, 'persona' | 'creatorFan' | 'fanBlock' | '$executeRaw'>,
    personaId: string,
    fanId: string,
  ): Promise<void> {
    await this.repository.countConversation(tx, personaId);
    await this.fans.meet(tx, personaId, fanId);
  }

  /**
   * A persona as whoever looks may meet it; its creator meets one that isn't published too. Throws `not_found` for what isn't there for this actor, and
   * `age_confirmation_required`.
   */
  async meet(personaId: string, actor: Actor | undefined): Promise<ChatPersona> {
    return this.meeting.meet(personaId, actor);
  }

  /** Published personas of a creator, the newest first; mature ones for adults who asked for them. */
  async ofCreator(
    creatorId: string,
    actor: Actor | undefined,
    query: { cursor?: string | undefined; limit: number },
  ): Promise<GalleryPage> {
    return this.meeting.ofCreator(creatorId, actor, query);
  }

  async countOfCreator(creatorId: string, actor: Actor | undefined): Promise<number> {
    return this.meeting.countOfCreator(creatorId, actor);
  }

  /** Which of these fans have not hidden this persona. */
  async withoutHiding(personaId: string, fanIds: readonly string[]): Promise<string[]> {
    return this.meeting.withoutHiding(personaId, fanIds);
  }
}
