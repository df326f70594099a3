import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { NotificationSubject } from '@troupe/contracts/http/notification';
import type { Tx } from '@troupe/database';
import { AuthFacade } from '../auth/index.ts';
import { NotificationFacade, type NotificationSource, type Reader } from '../notification/index.ts';
import { type ChatPersona, PersonaFacade } from '../persona/index.ts';
import { excerptOf } from './community.presenter.ts';
import { FollowRepository } from './follow.repository.ts';
import { type PostLine, PostRepository } from './post.repository.ts';

/** Tells the notifications what a post is, and who follows it: they know neither. */
@Injectable()
export class AnnouncePostService implements NotificationSource, OnModuleInit {
  constructor(
    private readonly posts: PostRepository,
    private readonly follows: FollowRepository,
    private readonly personas: PersonaFacade,
    private readonly auth: AuthFacade,
    private readonly notifications: NotificationFacade,
  ) {}

  onModuleInit(): void {
    this.notifications.register('post', this);
  }

  /** Followers from before it, who have not hidden its persona, and may see it. */
  async audience(tx: Tx, postId: string, afterUserId: string | undefined, limit: number) {
    const [post] = await this.posts.findLines([postId]);
    const persona = post && (await this.personas.findForChat(post.personaId));
    if (post === undefined || persona?.available !== true) return { userIds: [], lastUserId: undefined };
    const followers = await this.follows.listFollowers(tx, post.personaId, post.createdAt, afterUserId, limit);
    const wanting = await this.personas.withoutHiding(post.personaId, followers);
    const userIds = post.mature || persona.mature ? await this.auth.adultsAmong(wanting) : wanting;
    return { userIds, lastUserId: followers.length < limit ? undefined : followers.at(-1) };
  }

  async describe(postIds: readonly string[], reader: Reader | undefined) {
    const posts = await this.posts.findLines(postIds);
    // Asked for together: those in memory are looked up by one query.
    const personas = await Promise.all(posts.map((post) => this.personas.findForChat(post.personaId, reader?.userId)));
    const described = new Map<string, NotificationSubject>();
    for (const [index, post] of posts.entries()) {
      const persona = personas[index];
      if (persona !== undefined && isFor(reader, persona, post)) described.set(post.id, toNotice(post, persona));
    }
    return described;
  }
}

function isFor(reader: Reader | undefined, persona: ChatPersona, post: PostLine): boolean {
  // Hidden is hidden, also what was told before.
  if (!persona.available || persona.blocked) return false;
  return reader === undefined || reader.isAdult || !(post.mature || persona.mature);
}

function toNotice(post: PostLine, { brief }: ChatPersona): NotificationSubject {
  return {
    postId: post.id,
    personaName: brief.name,
    personaSlug: brief.slug,
    hueDegrees: brief.hueDegrees,
    portrait: brief.portrait,
    excerpt: excerptOf(post.text),
    pictureCount: post.pictureCount,
  };
}
