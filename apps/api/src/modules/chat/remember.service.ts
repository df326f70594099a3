import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { InjectEnv } from '../../platform/config/config.module.ts';
import type { Env } from '../../platform/config/env.ts';
import { settledWithin } from '../../platform/jobs/settled-within.ts';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import { estimateTokens, LlmFacade, NO_FLAVOUR } from '../llm/index.ts';
import type { PathMemory, PromptHistory } from './domain/exchange.ts';
import { extractMemory } from './domain/extract-memory.ts';
import {
  cleanSummary,
  MEMORY,
  type PathMessage,
  planSummary,
  type SummaryPlan,
  summaryPrompt,
} from './domain/memory.ts';
import type { Draft } from './draft-exchange.service.ts';
import { MemoryRepository } from './memory.repository.ts';

/** Summaries that this process makes at once; what comes beyond waits for the end of the next reply. */
const AT_ONCE_MAX = 4;
/** For the statements round the model's answer. */
const LEASE_MARGIN_MS = 30_000;
const STOP_WAIT_MAX_MS = 2_000;

/** A summary that is due. */
export interface DueSummary {
  conversationId: string;
  /** The reply whose end it waits for. */
  replyId: string;
  plan: SummaryPlan;
  names: { persona: string; fan: string };
  previous: PathMemory | undefined;
}

/**
 * Keeps the rolling summary: beside the conversation, at the platform's cost, and never so that a reply waits for it. What goes wrong is logged; the end of the
 * next reply finds it due again.
 */
@Injectable()
export class RememberService implements OnModuleDestroy {
  private readonly logger = new Logger('Memory');
  private readonly running = new Map<string, Promise<void>>();
  private readonly abort = new AbortController();

  constructor(
    private readonly repository: MemoryRepository,
    private readonly llm: LlmFacade,
    private readonly realtime: Realtime,
    @InjectEnv() private readonly env: Env,
  ) {}

  /** What is due once this exchange has ended, judged by what was read for its prompt: nothing is read for it. */
  plan({ exchange, persona, fanName }: Draft, history: PromptHistory): DueSummary | undefined {
    const { memory, turns } = history;
    const path: PathMessage[] = turns.toReversed();
    // A summary may end above what was read; then all that was read comes after it.
    if (memory !== undefined && !path.some(({ id }) => id === memory.coveredUptoMessageId)) {
      path.unshift({ id: memory.coveredUptoMessageId, role: 'assistant', content: '' });
    }
    if (exchange.messageId !== null) path.push({ id: exchange.messageId, role: 'user', content: exchange.content });
    path.push({ id: exchange.replyId, role: 'assistant', content: '' });
    const plan = planSummary(memory === undefined ? [] : [memory], path, estimateTokens);
    if (plan === undefined) return undefined;
    const names = { persona: persona.charName, fan: fanName };
    const { conversationId, replyId } = exchange;
    return { conversationId, replyId, plan, names, previous: memory };
  }

  /** Returns at once. */
  start(due: DueSummary): void {
    const { conversationId } = due;
    if (this.running.has(conversationId) || this.running.size >= AT_ONCE_MAX || this.abort.signal.aborted) return;
    const work = this.update(due)
      .catch((error: unknown) =>
        this.logger.warn(`the memory of conversation ${conversationId} stays as it was: ${String(error)}`),
      )
      .finally(() => this.running.delete(conversationId));
    this.running.set(conversationId, work);
  }

  async onModuleDestroy(): Promise<void> {
    this.abort.abort();
    await settledWithin(STOP_WAIT_MAX_MS, ...this.running.values());
  }

  private async update({ conversationId, replyId, plan, names, previous }: DueSummary): Promise<void> {
    const claim = await this.repository.claim(conversationId, this.env.LLM_TOTAL_TIMEOUT_MS + LEASE_MARGIN_MS);
    if (claim === undefined) return;
    const text = await this.summarise(plan, names).catch(async (error: unknown) => {
      await this.repository.free(conversationId);
      throw error;
    });
    if (text === undefined) return this.repository.free(conversationId);
    if (!(await this.repository.add(conversationId, { plan, text, previous, replyId }))) return;
    this.realtime.toUser(claim.fanId, 'conversationChanged', { conversationId });
  }

  /** Undefined when there is nothing to keep. */
  private async summarise(plan: SummaryPlan, names: DueSummary['names']): Promise<string | undefined> {
    if (this.llm.voice.isDemo) return extractMemory(plan, names.fan);
    const request = {
      turns: summaryPrompt(plan, names),
      maxTokens: MEMORY.summaryTokensMax,
      flavour: NO_FLAVOUR,
    };
    let text = '';
    for await (const event of this.llm.stream(request, this.abort.signal)) {
      if (event.kind === 'text') text += event.text;
      // A model that doesn't end: what is beyond would be cut off anyway.
      if (text.length > 2 * MEMORY.summaryCharsMax) break;
    }
    return cleanSummary(text.replaceAll('\0', '').toWellFormed());
  }
}
