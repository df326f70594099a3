import { Injectable } from '@nestjs/common';
import { coalescedReads } from '../../platform/coalesce/coalesced-reads.ts';
import type { Coalescer } from '../../platform/coalesce/coalescer.ts';
import { type ForSend, SendRepository } from './send.repository.ts';

interface Lookup {
  conversationId: string;
  fanId: string;
}

/** Conversations as sending needs them, read afresh with every message; lookups that come together are one statement. */
@Injectable()
export class ConversationLookups {
  private readonly lookups: Coalescer<Lookup, ForSend | undefined>;

  constructor(repository: SendRepository) {
    this.lookups = coalescedReads(
      (lookups: readonly Lookup[]) => repository.findConversations(lookups),
      ({ conversationId, fanId }) => `${conversationId}:${fanId}`,
    );
  }

  /** Undefined for one that isn't this fan's. Throws `busy` when too many are waiting. */
  async find(conversationId: string, fanId: string): Promise<ForSend | undefined> {
    return this.lookups.submit({ conversationId, fanId });
  }
}
