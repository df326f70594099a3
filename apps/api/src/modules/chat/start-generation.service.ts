import { Injectable } from '@nestjs/common';
import type { Message } from '@troupe/contracts/http/chat';
import { LIMITS } from '@troupe/contracts/limits';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import type { CompletionRequest } from '../llm/index.ts';
import { careOf } from '../moderation/index.ts';
import { toCharge } from './chat.presenter.ts';
import { conversationRoom } from './chat.rooms.ts';
import { composePrompt, expandFor } from './compose-prompt.ts';
import type { PathTurn } from './domain/exchange.ts';
import type { Draft, History } from './draft-exchange.service.ts';
import { GenerateReplyService } from './generate-reply.service.ts';
import { KeepLoreService } from './keep-lore.service.ts';
import { KnownPaths } from './known-paths.ts';
import { RememberService } from './remember.service.ts';
import type { SettleOutcome } from './settle-reply.service.ts';

/** A draft that was written. */
export interface WrittenExchange {
  draft: Draft;
  history: History;
  parentId: string | null;
  /** Null for a free preview. */
  chargedMicrocoins: bigint | null;
  isHeld: boolean;
}

/** Shows a written exchange to its room and sets its generation going. */
@Injectable()
export class StartGenerationService {
  constructor(
    private readonly generation: GenerateReplyService,
    private readonly realtime: Realtime,
    private readonly memory: RememberService,
    private readonly paths: KnownPaths,
    private readonly lore: KeepLoreService,
  ) {}

  /** Returns at once; the reply runs on its own. Without its history it ends at once, and its coins go back. */
  start(written: WrittenExchange): void {
    const { exchange } = written.draft;
    const room = conversationRoom(exchange.conversationId);
    for (const message of messagesOf(written)) this.realtime.toRoom(room, 'message', { message });
    const reply = {
      replyId: exchange.replyId,
      conversationId: exchange.conversationId,
      leaseId: exchange.replyId,
      isHeld: written.isHeld,
    };
    if (written.history === undefined) {
      this.generation.giveUp(reply);
      return;
    }
    const { alternatives, knowledge } = written.history;
    const due = this.memory.plan(written.draft, written.history);
    const prompt = composePrompt(written.draft, written.history);
    this.lore.keep(exchange, prompt.lore);
    this.generation.start({
      ...reply,
      isMature: written.draft.persona.mature,
      afterwards: (ended) => {
        this.rememberPath(written, ended);
        if (due !== undefined) this.memory.start(due);
      },
      request: {
        turns: prompt.turns,
        maxTokens: LIMITS.replyTokensMax,
        // Only the offline voice asks, and it is a lot of text.
        get flavour() {
          return flavourOf(written.draft, alternatives, [
            ...(prompt.lore?.scan.active ?? []).map(({ text }) => expandFor(written.draft, text)),
            ...knowledge.map(({ text }) => text),
          ]);
        },
      },
    });
  }

  /** What the next prompt will tell is known here already, unless something else than this generation ended the reply. */
  private rememberPath({ draft, history, parentId }: WrittenExchange, ended: SettleOutcome | undefined): void {
    if (history?.isFinal !== true || ended?.kind !== 'ended') return;
    const { exchange, memoryRevision } = draft;
    const added: PathTurn[] = [{ id: exchange.replyId, role: 'assistant', content: ended.story }];
    if (exchange.messageId !== null) added.push({ id: exchange.messageId, role: 'user', content: exchange.content });
    // Another reply to the same message hangs below a turn that the history leaves to the question.
    const isKnown = history.turns[0]?.id === parentId;
    if (isKnown) this.paths.extend(memoryRevision, history, added);
  }
}

function flavourOf(
  draft: Draft,
  alternatives: readonly string[],
  knowledge: readonly string[],
): CompletionRequest['flavour'] {
  const { persona, fanName, place } = draft;
  const expand = (text: string): string => expandFor(draft, text);
  return {
    name: persona.charName,
    fanName,
    greeting: expand(persona.greeting),
    description: expand(persona.description),
    personality: expand(persona.personality),
    scenario: expand(persona.scenario),
    examples: persona.exampleDialogue.map((pair) => ({ fan: expand(pair.fan), persona: expand(pair.persona) })),
    knowledge,
    continues: place.answers === null,
    alternatives,
  };
}

function messagesOf({ draft: { exchange }, parentId, chargedMicrocoins }: WrittenExchange): Message[] {
  const { messageId, replyId, conversationId, clientMessageId } = exchange;
  const shared = { conversationId, failureCode: null, reaction: null, createdAt: new Date().toISOString() };
  const reply: Message = {
    ...shared,
    id: replyId,
    parentId: messageId ?? parentId,
    role: 'assistant',
    content: '',
    status: 'queued',
    demoVoice: exchange.demoVoice,
    charge: chargedMicrocoins === null ? null : toCharge(chargedMicrocoins, false),
    clientMessageId: messageId === null ? clientMessageId : null,
    siblingIds: [replyId],
    care: null,
  };
  if (messageId === null) return [reply];
  const said: Message = {
    ...shared,
    id: messageId,
    parentId,
    role: 'user',
    content: exchange.content,
    status: 'done',
    demoVoice: false,
    charge: null,
    clientMessageId,
    siblingIds: [messageId],
    care: careOf(exchange.content),
  };
  return [said, reply];
}
