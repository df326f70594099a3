import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PaidTalk, type PaidTalkSource, type RepliesStep } from '../persona/index.ts';
import { TalkRepository } from './talk.repository.ts';

/** Tells discovery who talked to whom: it doesn't know of conversations. */
@Injectable()
export class TellTalkService implements PaidTalkSource, OnModuleInit {
  constructor(
    private readonly talk: PaidTalk,
    private readonly repository: TalkRepository,
  ) {}

  onModuleInit(): void {
    this.talk.register(this);
  }

  async countReplies(fanId: string, personaId: string, max: number): Promise<number> {
    return this.repository.countPaidReplies(fanId, personaId, max);
  }

  async lastPersonas(fanId: string, limit: number): Promise<string[]> {
    return this.repository.lastPersonas(fanId, limit);
  }

  async repliesAfter(afterId: string | null, since: Date, before: Date, limit: number): Promise<RepliesStep> {
    return this.repository.repliesAfter(afterId, since, before, limit);
  }
}
