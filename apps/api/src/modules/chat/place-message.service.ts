import { Injectable } from '@nestjs/common';
import * as errors from './chat.errors.ts';
import { ConversationLookups } from './conversation-lookups.ts';
import { type Ask, type Place, placeOf, placeOfSend } from './domain/exchange.ts';
import { type ForSend, SendRepository } from './send.repository.ts';

/** An ask with its place in the tree. `freeAlternativeTo` is the message whose other replies might make this one free, or did when it was first sent. */
export interface Placed extends ForSend {
  place: Place;
  freeAlternativeTo: string | undefined;
  wasFree: boolean;
}

/** Finds where in a fan's own conversation an ask goes: one read. */
@Injectable()
export class PlaceMessageService {
  constructor(
    private readonly repository: SendRepository,
    private readonly lookups: ConversationLookups,
  ) {}

  /** Throws `not_found` for what isn't there, isn't theirs or doesn't fit, and `reply_under_way`. */
  async place(fanId: string, ask: Ask): Promise<Placed> {
    if (ask.kind === 'send') {
      const conversation = await this.lookups.find(ask.conversationId, fanId);
      if (conversation === undefined) throw errors.conversationNotFound();
      return { ...conversation, place: placeOfSend(ask.content), freeAlternativeTo: undefined, wasFree: false };
    }
    const found = await this.repository.findTarget(ask.conversationId, fanId, ask.messageId, ask.clientMessageId);
    if (found === undefined) throw errors.messageNotFound();
    const placed = placeOf(ask.kind, found.target, ask.kind === 'edit' ? ask.content : '');
    if (placed.kind === 'not-found') throw errors.messageNotFound();
    if (placed.kind === 'under-way') throw errors.replyUnderWay();
    const mayBeFree = ask.kind === 'regenerate' && (found.mayBeFree || found.wasFree);
    return {
      ...found,
      place: placed.place,
      freeAlternativeTo: mayBeFree ? (found.target.parentId ?? undefined) : undefined,
    };
  }
}
