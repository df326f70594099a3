import { Injectable } from '@nestjs/common';
import { charNameOf } from '@troupe/contracts/char-name';
import type { PersonaBrief } from '@troupe/contracts/http/persona';
import { type PersonaVoice, personaVoice } from '@troupe/contracts/http/persona-voice';
import { type Sliders, sliders } from '@troupe/contracts/sliders';
import { z } from 'zod';
import { coalescedReads } from '../../platform/coalesce/coalesced-reads.ts';
import type { Coalescer } from '../../platform/coalesce/coalescer.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import { withLooks } from './domain/with-looks.ts';
import { KnownLorebooks } from './lore/known-lorebooks.service.ts';
import type { CompiledLorebook } from './lorebook/compile-lorebook.ts';
import { type TokenRates, toBrief, tokenPriceOf } from './persona.presenter.ts';
import { PersonaRepository, type PromptRow, type Standing, type Standpoint } from './persona.repository.ts';

/** A persona as the chat needs it: what it costs, who earns, and what its prompt is made of. */
export interface ChatPersona {
  brief: PersonaBrief;
  /** What it is called in its own texts and in prompts: `{{char}}`. */
  charName: string;
  creatorId: string;
  /** Published, and its creator has not blocked the fan who was named in the question. */
  available: boolean;
  /** Nobody meets it any more, not even its creator. */
  deleted: boolean;
  /** A draft is there for its creator only. */
  everPublished: boolean;
  /** Only for people who confirmed that they are 18 or older. */
  mature: boolean;
  /** The fan who was named in the question has blocked it. */
  blocked: boolean;
  /** Its creator has blocked the fan who was named in the question: to them it is not there. */
  barred: boolean;
  /** Passages of training data that it has; without any there is nothing to recall. */
  trainedPassages: number;
  priceMicrocoins: bigint;
  /** Rates per 1,000 tokens, for a price by tokens. */
  tokenPrice: TokenRates | null;
  description: string;
  /** With its looks. */
  personality: string;
  sliders: Sliders;
  /** In place of the main instruction; empty for the usual one. */
  systemPrompt: string;
  postHistory: string;
  scenario: string;
  greeting: string;
  alternativeGreetings: string[];
  starters: string[];
  voice: PersonaVoice;
  exampleDialogue: { fan: string; persona: string }[];
}

/** A persona that is about to say something, with all that a prompt tells of it. */
export interface SpeakingPersona extends ChatPersona {
  /** Undefined without one. */
  lorebook: CompiledLorebook | undefined;
}

/** The same for everybody who asks. Lorebooks are known elsewhere, within a bound of their own. */
interface Known extends Omit<ChatPersona, 'blocked' | 'barred' | 'trainedPassages'> {
  lorebookKey: string | null;
}

const KNOWN_MAX = 2_000;
const exampleDialogue = z.array(z.object({ fan: z.string(), persona: z.string() }));

/**
 * Personas as chats need them, asked for with every message. What is known of one is used again as long as its revision is still the same, which is
 * read afresh each time: a new price or another word counts from the next message on. Calls that come together ask in one statement.
 */
@Injectable()
export class KnownPersonas {
  /** The one that was used longest ago first. */
  private readonly known = new Map<string, { revision: number; persona: Known }>();
  private readonly standings: Coalescer<Standpoint, Standing | undefined>;

  constructor(
    private readonly repository: PersonaRepository,
    private readonly lorebooks: KnownLorebooks,
  ) {
    this.standings = coalescedReads(
      (asked: readonly Standpoint[]) => repository.standingsOf(asked),
      ({ personaId, fanId }) => `${personaId} ${fanId ?? ''}`,
    );
  }

  /** Undefined for an id that is no persona; unpublished ones come with `available: false`, for old conversations. Throws `busy`. */
  async find(personaId: string, fanId?: string): Promise<ChatPersona | undefined> {
    return (await this.look(personaId, fanId))?.persona;
  }

  /** The same with its lorebook, which only a prompt needs: a large one takes a while to compile. */
  async findSpeaking(personaId: string, fanId?: string): Promise<SpeakingPersona | undefined> {
    // A draft that is saved between the two reads keeps nothing of the book that it had.
    return this.speaking(personaId, fanId).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'changed_meanwhile') return this.speaking(personaId, fanId);
      throw error;
    });
  }

  private async speaking(personaId: string, fanId: string | undefined): Promise<SpeakingPersona | undefined> {
    const found = await this.look(personaId, fanId);
    if (found === undefined) return undefined;
    const { persona, lorebookKey } = found;
    const { brief, charName } = persona;
    const lorebook = lorebookKey === null ? undefined : await this.lorebooks.find(brief.id, lorebookKey, charName);
    return { ...persona, lorebook };
  }

  private async look(personaId: string, fanId?: string) {
    const standing = await this.standings.submit({ personaId, fanId });
    if (standing === undefined) return undefined;
    const { revision } = standing;
    let known = this.known.get(personaId);
    if (known?.revision !== revision) {
      const row = await this.repository.findForChat(personaId);
      if (row === null) return undefined;
      known = { revision: row.revision, persona: toKnown(row) };
    }
    this.remember(personaId, known);
    const { lorebookKey, ...persona } = known.persona;
    return { persona: as(persona, standing), lorebookKey };
  }

  private remember(personaId: string, known: { revision: number; persona: Known }): void {
    this.known.delete(personaId);
    this.known.set(personaId, known);
    const oldest = this.known.size > KNOWN_MAX ? this.known.keys().next() : undefined;
    if (oldest?.done === false) this.known.delete(oldest.value);
  }
}

/** To a fan whom its creator has blocked it is like one that isn't published. */
const as = (
  known: Omit<Known, 'lorebookKey'>,
  { blocked, barred, trained_passages: trainedPassages }: Standing,
): ChatPersona => ({
  ...known,
  available: known.available && !barred,
  blocked,
  barred,
  trainedPassages,
});

function toKnown(row: PromptRow): Known {
  return {
    brief: toBrief(row),
    charName: charNameOf(row),
    creatorId: row.creatorId,
    available: row.status === 'published',
    deleted: row.deletedAt !== null,
    everPublished: row.publishedAt !== null,
    mature: row.mature,
    priceMicrocoins: row.priceMicrocoins,
    tokenPrice: tokenPriceOf(row),
    description: row.description,
    personality: withLooks(row.personality, row.looks),
    sliders: sliders.parse(row.sliders),
    systemPrompt: row.systemPrompt,
    postHistory: row.postHistory,
    scenario: row.scenario,
    greeting: row.greeting,
    alternativeGreetings: row.alternativeGreetings,
    starters: row.starters,
    voice: personaVoice.parse(row.voice),
    exampleDialogue: exampleDialogue.parse(row.exampleDialogue),
    lorebookKey: row.lorebookKey,
  };
}
