import { Injectable } from '@nestjs/common';
import type { CreatorFansPage, CreatorFansQuery } from '@troupe/contracts/http/community';
import { UnitOfWork } from '@troupe/database';
import { AuthFacade } from '../auth/index.ts';
import { FansFacade } from '../persona/index.ts';
import { fanNotFound } from './community.errors.ts';
import { FollowRepository } from './follow.repository.ts';

/** A creator and the fans whom their personas have met. */
@Injectable()
export class BlockFanService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly fans: FansFacade,
    private readonly follows: FollowRepository,
    private readonly auth: AuthFacade,
  ) {}

  async list(creatorId: string, query: CreatorFansQuery): Promise<CreatorFansPage> {
    const { items, nextCursor } = await this.fans.list(creatorId, query);
    const people = await this.auth.describePeople(items.map((fan) => fan.fanId));
    return {
      items: items.flatMap(({ fanId, metAt, blockedAt }) => {
        const person = people.get(fanId);
        if (person === undefined) return [];
        const dates = { metAt: metAt.toISOString(), blockedAt: blockedAt?.toISOString() ?? null };
        return [{ userId: fanId, ...person, ...dates }];
      }),
      nextCursor,
    };
  }

  /** To this fan all personas of the creator are not there any more; they follow none. Throws `not_found` for somebody whom none of them has met. */
  async block(creatorId: string, fanId: string): Promise<void> {
    await this.unitOfWork.run('block-fan', async (tx) => {
      if (!(await this.fans.block(tx, creatorId, fanId))) throw fanNotFound();
      await this.follows.deleteOfCreator(tx, creatorId, fanId);
    });
  }

  /** They may come back; what they followed they follow again by themselves. Throws the same. */
  async unblock(creatorId: string, fanId: string): Promise<void> {
    const isKnown = await this.unitOfWork.run('unblock-fan', (tx) => this.fans.unblock(tx, creatorId, fanId));
    if (!isKnown) throw fanNotFound();
  }
}
