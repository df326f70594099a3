import { Injectable } from '@nestjs/common';
import type { PersonaBrief } from '@troupe/contracts/http/persona';
import type { Tx } from '@troupe/database';
import { z } from 'zod';
import { type TokenRates, toBrief, tokenPriceOf } from './persona.presenter.ts';
import { PersonaRepository } from './persona.repository.ts';

/** A persona as the chat needs it: what it costs, who earns, and what its prompt is made of. */
export interface ChatPersona {
  brief: PersonaBrief;
  creatorId: string;
  available: boolean;
  priceMicrocoins: bigint;
  /** Rates per 1,000 tokens, for a price by tokens. */
  tokenPrice: TokenRates | null;
  description: string;
  personality: string;
  scenario: string;
  greeting: string;
  alternativeGreetings: string[];
  starters: string[];
  exampleDialogue: { fan: string; persona: string }[];
}

const exampleDialogue = z.array(z.object({ fan: z.string(), persona: z.string() }));

@Injectable()
export class PersonaFacade {
  constructor(private readonly repository: PersonaRepository) {}

  /** One read. Undefined for an id that is no persona; unpublished ones come with `available: false`, for old conversations. */
  async findForChat(personaId: string): Promise<ChatPersona | undefined> {
    const row = await this.repository.findForChat(personaId);
    if (row === null) return undefined;
    return {
      brief: toBrief(row),
      creatorId: row.creatorId,
      available: row.status === 'published',
      priceMicrocoins: row.priceMicrocoins,
      tokenPrice: tokenPriceOf(row),
      description: row.description,
      personality: row.personality,
      scenario: row.scenario,
      greeting: row.greeting,
      alternativeGreetings: row.alternativeGreetings,
      starters: row.starters,
      exampleDialogue: exampleDialogue.parse(row.exampleDialogue),
    };
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
