import { Injectable } from '@nestjs/common';
import type { ReportReceipt, ReportRequest } from '@troupe/contracts/http/moderation';
import type { Actor } from '../../platform/auth/actor.ts';
import { ModerationFacade } from '../moderation/index.ts';
import { BrowsePostsService } from './browse-posts.service.ts';

@Injectable()
export class ReportPostService {
  constructor(
    private readonly posts: BrowsePostsService,
    private readonly moderation: ModerationFacade,
  ) {}

  /** Hands a copy of a post that this actor may see to the admins. Throws `not_found`, `age_confirmation_required` and `rate_limited`. */
  async report(actor: Actor, postId: string, request: ReportRequest): Promise<ReportReceipt> {
    const { post, persona } = await this.posts.meet(postId, actor);
    const { personaId, text, pictures, mature } = post;
    const copy = {
      personaName: persona.brief.name,
      personaSlug: persona.brief.slug,
      text,
      pictures,
      mature,
      createdAt: post.createdAt.toISOString(),
      editedAt: post.editedAt?.toISOString() ?? null,
    };
    return this.moderation.report(actor.userId, { kind: 'post', id: postId, personaId, post: copy }, request);
  }
}
