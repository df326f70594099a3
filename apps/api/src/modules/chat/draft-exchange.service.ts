import { Injectable, Logger } from '@nestjs/common';
import { LIMITS } from '@troupe/contracts/limits';
import { InjectEnv } from '../../platform/config/config.module.ts';
import type { Env } from '../../platform/config/env.ts';
import { newId } from '../../platform/ids/ids.ts';
import { ledgerKey, requestHash } from '../coin/index.ts';
import { LlmFacade } from '../llm/index.ts';
import { type Passage, type SpeakingPersona, TrainingFacade } from '../persona/index.ts';
import { ChatRepository } from './chat.repository.ts';
import { type Ask, type Place, type PromptHistory, pathUpTo } from './domain/exchange.ts';
import type { LorePath } from './domain/lore-path.ts';
import { KnownPaths } from './known-paths.ts';
import { LoreRepository } from './lore.repository.ts';
import type { Exchange, Setting } from './send.repository.ts';

/** What a fan said before the newest message and may still be talking of. */
const TURNS_RECALLED_MAX = 1;

/** An exchange that is about to be written, with what its prompt will need. */
export interface Draft extends Setting {
  exchange: Exchange;
  place: Place;
  persona: SpeakingPersona;
}

/** What was said before, and what is remembered of it; undefined when it could not be read. */
export type History = ToldHistory | undefined;

export interface ToldHistory extends PromptHistory {
  /** Replies that stand in the same place already; only for the offline voice, which would say the same again. */
  alternatives: readonly string[];
  /** Of the persona's training data, what bears on what is answered; the best first. */
  knowledge: readonly Passage[];
  /** Only for a lorebook that asks for it. */
  lore: LorePath | undefined;
}

/** Prepares what will be written, and reads what the prompt will tell. */
@Injectable()
export class DraftExchangeService {
  private readonly logger = new Logger('Replies');

  constructor(
    private readonly repository: ChatRepository,
    private readonly lore: LoreRepository,
    private readonly paths: KnownPaths,
    private readonly llm: LlmFacade,
    private readonly training: TrainingFacade,
    @InjectEnv() private readonly env: Env,
  ) {}

  /** Names what will be written, before it is: a retry after a lost answer then says the same ids. */
  draft(fanId: string, ask: Ask, with_: Omit<Draft, 'exchange'>): Draft {
    const { model, isDemo } = this.llm.voice;
    const { place } = with_;
    const about = ask.kind === 'send' ? [] : [ask.kind, ask.messageId];
    const exchange: Exchange = {
      fanId,
      conversationId: ask.conversationId,
      clientMessageId: ask.clientMessageId,
      parentId: place.parentId,
      messageId: place.says === null ? null : newId(),
      replyId: newId(),
      content: place.says ?? '',
      key: ledgerKey('message', ask.clientMessageId),
      // The price is not part of what was asked: a retry after a change of price is still the same message.
      requestHash: requestHash([ask.conversationId, ...about, place.says ?? '']),
      model,
      demoVoice: isDemo,
      leaseMs: this.env.REPLY_LEASE_MS,
      runningMax: LIMITS.generationsPerFanMax,
    };
    return { exchange, ...with_ };
  }

  /**
   * Called beside the writing statement, so that the two take one round trip's time. Never throws: by then the message may have been paid for,
   * and what was paid for comes to an end in any case.
   */
  async readHistory(draft: Draft): Promise<History> {
    const { exchange, place } = draft;
    const isAnother = exchange.demoVoice && place.says === null;
    const endId = place.historyEndId ?? draft.leafId;
    try {
      const reading = this.read(draft, endId);
      const [history, alternatives, knowledge, lore] = await Promise.all([
        reading,
        isAnother ? this.repository.repliesBelow(exchange.conversationId, place.parentId) : [],
        this.recall(draft, endId, reading),
        this.lore.path(exchange.conversationId, endId, draft.persona.lorebook),
      ]);
      return { ...history, alternatives, knowledge, lore };
    } catch (error) {
      this.logger.warn(`the history for reply ${exchange.replyId} could not be read: ${String(error)}`);
      return undefined;
    }
  }

  /** What leads to the message that the exchange was really hung below: another one may have come between since the history was read. */
  async historyOf(draft: Draft, history: History, parentId: string | null): Promise<History> {
    if (history === undefined || draft.place.historyEndId !== null) return history;
    const turns = pathUpTo(history.turns, parentId);
    // What a lorebook was told of the way counts from its end.
    const isSameEnd = history.lore === undefined || parentId === draft.leafId;
    if (turns !== undefined && isSameEnd) return { ...history, turns };
    return this.readHistory({ ...draft, place: { ...draft.place, historyEndId: parentId } });
  }

  /**
   * What the persona knows of it from files. Beside the history: what was said before counts when this process knows it anyway. A reply that goes on answers
   * nothing new, so there it has to be read first.
   */
  private async recall(
    draft: Draft,
    endId: string | null,
    reading: Promise<PromptHistory>,
  ): Promise<readonly Passage[]> {
    const { persona, place, memoryRevision } = draft;
    const { trainedPassages, mature: isForAdults } = persona;
    if (trainedPassages === 0) return [];
    const known = endId === null ? undefined : this.paths.find(endId, memoryRevision);
    const { turns } = known ?? (place.answers === null ? await reading : { turns: [] });
    const said = turns.filter((turn) => turn.role === 'user').map((turn) => turn.content);
    const [asked = '', ...before] = place.answers === null ? said : [place.answers, ...said];
    const knowing = { personaId: persona.brief.id, trainedPassages, isForAdults };
    return this.training.recall(knowing, asked, before.slice(0, TURNS_RECALLED_MAX));
  }

  private async read({ exchange, memoryRevision }: Draft, endId: string | null): Promise<PromptHistory> {
    const { conversationId } = exchange;
    const known = endId === null ? undefined : this.paths.find(endId, memoryRevision);
    if (known !== undefined) return known;
    const read = () => this.repository.historyForPrompt(conversationId, endId, LIMITS.historyMessagesMax);
    const history = await read().catch(read);
    // One that is still being written will end with other words.
    if (endId !== null && history.isFinal) this.paths.remember(endId, memoryRevision, history);
    return history;
  }
}
