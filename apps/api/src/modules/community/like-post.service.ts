import { Injectable } from '@nestjs/common';
import type { Likes } from '@troupe/contracts/http/community';
import { UnitOfWork } from '@troupe/database';
import type { Actor } from '../../platform/auth/actor.ts';
import { FansFacade } from '../persona/index.ts';
import { BrowsePostsService } from './browse-posts.service.ts';
import { postNotFound } from './community.errors.ts';
import { PostRepository } from './post.repository.ts';

@Injectable()
export class LikePostService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: PostRepository,
    private readonly posts: BrowsePostsService,
    private readonly fans: FansFacade,
  ) {}

  /** Once each. Throws `not_found` and `age_confirmation_required`. */
  async like(actor: Actor, postId: string): Promise<Likes> {
    const { persona } = await this.posts.meet(postId, actor);
    await this.unitOfWork.run('like-post', async (tx) => {
      if (await this.fans.isBlockedFor(tx, persona.creatorId, actor.userId)) throw postNotFound();
      if (!(await this.repository.lock(tx, postId))) throw postNotFound();
      await this.repository.insertLike(tx, postId, actor.userId);
    });
    return this.read(postId, actor);
  }

  async unlike(actor: Actor, postId: string): Promise<Likes> {
    await this.posts.meet(postId, actor);
    await this.unitOfWork.run('unlike-post', (tx) => this.repository.deleteLike(tx, postId, actor.userId));
    return this.read(postId, actor);
  }

  private async read(postId: string, actor: Actor): Promise<Likes> {
    const post = await this.repository.find(postId, actor.userId);
    if (post === undefined) throw postNotFound();
    return { liked: post.liked, likeCount: post.likeCount };
  }
}
