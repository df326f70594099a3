import { Injectable } from '@nestjs/common';
import { Coalescer } from '../../platform/coalesce/coalescer.ts';
import { type ForSend, SendRepository } from './send.repository.ts';

interface Lookup {
  conversationId: string;
  fanId: string;
}

const LIMITS_OF_LOOKUPS = {
  membersMax: 256,
  bytesMax: 1_000_000,
  waitingMax: 20_000,
  waitingBytesMax: 10_000_000,
  waitMaxMs: 5_000,
  batchesMax: 2,
};

/** Conversations as sending needs them, read afresh with every message; lookups that come together are one statement. */
@Injectable()
export class ConversationLookups {
  private readonly lookups: Coalescer<Lookup, ForSend | undefined>;

  constructor(repository: SendRepository) {
    const identityOf = ({ conversationId, fanId }: Lookup) => `${conversationId}:${fanId}`;
    this.lookups = new Coalescer({
      run: (lookups) => repository.findConversations(lookups),
      keyOf: identityOf,
      identityOf,
      bytesOf: () => 200,
      isMemberFault: () => false,
      limits: LIMITS_OF_LOOKUPS,
    });
  }

  /** Undefined for one that isn't this fan's. Throws `busy` when too many are waiting. */
  async find(conversationId: string, fanId: string): Promise<ForSend | undefined> {
    return this.lookups.submit({ conversationId, fanId });
  }
}
