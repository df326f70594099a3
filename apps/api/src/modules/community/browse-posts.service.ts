import { Injectable } from '@nestjs/common';
import type { PostPage, PostsPage } from '@troupe/contracts/http/community';
import { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.ts';
import { decodeCursor, encodeCursor } from '../../platform/ids/cursor.ts';
import { type ChatPersona, PersonaFacade, requireAdult } from '../persona/index.ts';
import { postNotFound } from './community.errors.ts';
import { toPost } from './community.presenter.ts';
import { PostRepository, type PostRow } from './post.repository.ts';

@Injectable()
export class BrowsePostsService {
  constructor(
    private readonly repository: PostRepository,
    private readonly personas: PersonaFacade,
  ) {}

  /** The newest first. Throws `not_found` and `age_confirmation_required` as the persona's page does. */
  async list(
    personaId: string,
    actor: Actor | undefined,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
  ): Promise<PostsPage> {
    const before = cursor === undefined ? undefined : decodeCursor(z.uuid(), cursor);
    const persona = await this.personas.meet(personaId, actor);
    const viewer = { userId: actor?.userId, seesMature: seesMature(persona, actor) };
    const rows = await this.repository.list(personaId, viewer, before, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const more = rows.length > limit && last !== undefined;
    return { items: shown.map(toPost), nextCursor: more ? encodeCursor(last.id) : null };
  }

  /** One, with whose it is. Throws the same. */
  async read(postId: string, actor: Actor | undefined): Promise<PostPage> {
    const { post, persona } = await this.meet(postId, actor);
    return { post: toPost(post), persona: persona.brief };
  }

  /** A post that this actor may see, and its persona. */
  async meet(postId: string, actor: Actor | undefined): Promise<{ post: PostRow; persona: ChatPersona }> {
    const post = await this.repository.find(postId, actor?.userId);
    if (post === undefined) throw postNotFound();
    const persona = await this.personas.meet(post.personaId, actor);
    if (post.mature && !seesMature(persona, actor)) requireAdult(actor);
    return { post, persona };
  }
}

const seesMature = (persona: ChatPersona, actor: Actor | undefined): boolean =>
  actor?.age === 'adult' || actor?.userId === persona.creatorId;
