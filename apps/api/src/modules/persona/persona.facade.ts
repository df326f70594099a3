import { Injectable } from '@nestjs/common';
import type { PersonaBrief } from '@troupe/contracts/http/persona';
import type { Tx } from '@troupe/database';
import { type ChatPersona, KnownPersonas } from './known-personas.service.ts';
import { toBrief } from './persona.presenter.ts';
import { PersonaRepository } from './persona.repository.ts';

@Injectable()
export class PersonaFacade {
  constructor(
    private readonly repository: PersonaRepository,
    private readonly known: KnownPersonas,
  ) {}

  /**
   * A persona as a chat needs it, as of now: one small read, and a second one when it has changed. Undefined for an id that is no persona; unpublished
   * ones come with `available: false`, for old conversations. `blocked` is for `fanId`, and part of the same read.
   */
  async findForChat(personaId: string, fanId?: string): Promise<ChatPersona | undefined> {
    return this.known.find(personaId, fanId);
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

  /** Counts one more conversation with a persona, in the transaction that starts it. */
  async countConversation(tx: Pick<Tx, 'persona'>, personaId: string): Promise<void> {
    await this.repository.countConversation(tx, personaId);
  }
}
