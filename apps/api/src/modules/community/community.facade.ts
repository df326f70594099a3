import { Injectable } from '@nestjs/common';
import { FollowRepository } from './follow.repository.ts';

@Injectable()
export class CommunityFacade {
  constructor(private readonly follows: FollowRepository) {}

  /** Followers of all personas of a creator; who follows several counts for each. */
  async followersOf(creatorId: string): Promise<number> {
    return this.follows.countOfCreator(creatorId);
  }
}
