import { Injectable } from '@nestjs/common';
import type { CreatorFace } from '@troupe/contracts/http/community';
import type { CreatorProfile } from '@troupe/contracts/http/creator';
import type { GalleryPage } from '@troupe/contracts/http/persona';
import type { Actor } from '../../platform/auth/actor.ts';
import { CommunityFacade } from '../community/index.ts';
import { FansFacade, PersonaFacade } from '../persona/index.ts';
import { creatorNotFound } from './creator.errors.ts';
import { toProfile } from './creator.presenter.ts';
import { CreatorRepository } from './creator.repository.ts';

/** Creators as everybody meets them; to fans whom they blocked they are not there. */
@Injectable()
export class ShowCreatorService {
  constructor(
    private readonly repository: CreatorRepository,
    private readonly personasOf: PersonaFacade,
    private readonly fans: FansFacade,
    private readonly community: CommunityFacade,
  ) {}

  /** Throws `not_found`. */
  async profile(creatorId: string, actor: Actor | undefined): Promise<CreatorProfile> {
    const [found, isBlocked] = await Promise.all([
      this.repository.find(creatorId),
      this.fans.isBlocked(creatorId, actor?.userId),
    ]);
    if (found === undefined || isBlocked) throw creatorNotFound();
    return toProfile(found);
  }

  /** Throws `not_found`. */
  async face(handle: string, actor: Actor | undefined): Promise<CreatorFace> {
    const creatorId = await this.find(handle);
    const [profile, personaCount, followerCount] = await Promise.all([
      this.profile(creatorId, actor),
      this.personasOf.countOfCreator(creatorId, actor),
      this.community.followersOf(creatorId),
    ]);
    return { ...profile, personaCount, followerCount };
  }

  /** The newest first. Throws `not_found`. */
  async personas(
    handle: string,
    actor: Actor | undefined,
    query: { cursor?: string | undefined; limit: number },
  ): Promise<GalleryPage> {
    const creatorId = await this.find(handle);
    if (await this.fans.isBlocked(creatorId, actor?.userId)) throw creatorNotFound();
    return this.personasOf.ofCreator(creatorId, actor, query);
  }

  private async find(handle: string): Promise<string> {
    const creatorId = await this.personasOf.findCreator(handle);
    if (creatorId === undefined) throw creatorNotFound();
    return creatorId;
  }
}
