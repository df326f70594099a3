import { Injectable } from '@nestjs/common';

/** A reply that was delivered, that cost something, and of which nothing was given back. */
export interface PaidReply {
  personaId: string;
  fanId: string;
  /** When it was asked for. */
  at: Date;
}

/** What was found among the messages that were looked at, up to `lastId`; null when there was none. */
export interface RepliesStep {
  lastId: string | null;
  isFull: boolean;
  paid: PaidReply[];
}

/** What discovery wants to know of conversations, which it doesn't know. */
export interface PaidTalkSource {
  /** How many replies of a persona this fan paid for and kept, counted up to `max`. What the fan deleted isn't counted. */
  countReplies(fanId: string, personaId: string, max: number): Promise<number>;
  /** Whom a fan talked to, the last one first. */
  lastPersonas(fanId: string, limit: number): Promise<string[]>;
  /** Looks at `limit` messages after `afterId`, or from `since` on without one, that were written before `before`, the oldest first. */
  repliesAfter(afterId: string | null, since: Date, before: Date, limit: number): Promise<RepliesStep>;
}

/** The chat, which depends on personas, registers itself here. */
@Injectable()
export class PaidTalk {
  private registered: PaidTalkSource | undefined;

  register(source: PaidTalkSource): void {
    this.registered = source;
  }

  get source(): PaidTalkSource {
    if (this.registered === undefined) throw new Error('nobody registered who knows of conversations');
    return this.registered;
  }
}
