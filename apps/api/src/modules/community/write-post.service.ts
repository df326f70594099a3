import { Injectable } from '@nestjs/common';
import type { CreatePostRequest, Post, PostChanges } from '@troupe/contracts/http/community';
import { LIMITS } from '@troupe/contracts/limits';
import { UnitOfWork } from '@troupe/database';
import type { Actor } from '../../platform/auth/actor.ts';
import { newId } from '../../platform/ids/ids.ts';
import { PictureLibrary } from '../../platform/media/picture-library.service.ts';
import { contentBlocked, ModerationFacade } from '../moderation/index.ts';
import { NotificationFacade } from '../notification/index.ts';
import { type ChatPersona, PersonaFacade } from '../persona/index.ts';
import * as errors from './community.errors.ts';
import { toPost } from './community.presenter.ts';
import { PostRepository, type PostRow, type StoredPicture } from './post.repository.ts';

type Content = Pick<PostChanges, 'text' | 'pictures'>;

/** What creators say as their personas: to everybody who may meet those, and told to their followers. */
@Injectable()
export class WritePostService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: PostRepository,
    private readonly personas: PersonaFacade,
    private readonly moderation: ModerationFacade,
    private readonly pictures: PictureLibrary,
    private readonly notifications: NotificationFacade,
  ) {}

  /**
   * Followers are told afterwards, by a job. Sent again with the same `clientPostId`, it is answered with the post as it is. Throws `not_found`,
   * `persona_not_published`, `content_blocked`, `rate_limited`, and `validation_failed` for a picture that isn't theirs.
   */
  async create(actor: Actor, personaId: string, { clientPostId, ...content }: CreatePostRequest): Promise<Post> {
    const persona = await this.requireOwn(actor, personaId);
    const known = await this.repository.findByClientId(personaId, clientPostId);
    if (known !== undefined) return toPost(known);
    if (!persona.available) throw errors.notPublished();
    this.judge(persona, content.text, content.pictures);
    const pictures = await this.keptPictures(actor.userId, content.pictures);
    const id = newId();
    await this.unitOfWork.run('create-post', async (tx) => {
      const post = { id, personaId, clientPostId, text: content.text, pictures, mature: persona.mature };
      if (!(await this.repository.insert(tx, post))) return;
      if (!(await this.repository.takePlace(tx, actor.userId, LIMITS.postsPerDayMax))) throw errors.tooManyPosts();
      await this.notifications.spread(tx, 'post', id);
    });
    this.notifications.wake();
    const written = await this.repository.findByClientId(personaId, clientPostId);
    if (written === undefined) throw errors.postNotFound();
    return toPost(written);
  }

  /** Nobody is told again. Throws `not_found`, `content_blocked`, and `validation_failed` as above. */
  async change(actor: Actor, postId: string, changes: PostChanges): Promise<Post> {
    const { post, persona } = await this.findOwn(actor, postId);
    const content: Content = { text: changes.text ?? post.text, pictures: changes.pictures ?? post.pictures };
    const { text = '', pictures = [] } = content;
    if (text === '' && pictures.length === 0) throw errors.saysNothing();
    this.judge(persona, text, pictures);
    const kept = await this.keptPictures(actor.userId, pictures, post.pictures);
    await this.unitOfWork.run('change-post', async (tx) => {
      const mature = post.mature || persona.mature;
      if (!(await this.repository.update(tx, postId, { text, pictures: kept, mature }))) throw errors.postNotFound();
    });
    const changed = await this.repository.find(postId, actor.userId);
    if (changed === undefined) throw errors.postNotFound();
    return toPost(changed);
  }

  /** Likes go with it, and what followers were told of it. Throws `not_found`. */
  async delete(actor: Actor, postId: string): Promise<void> {
    await this.findOwn(actor, postId);
    await this.unitOfWork.run('delete-post', async (tx) => {
      if (await this.repository.delete(tx, postId)) await this.notifications.withdraw(tx, 'post', postId);
    });
    this.notifications.wake();
  }

  private async findOwn(actor: Actor, postId: string): Promise<{ post: PostRow; persona: ChatPersona }> {
    const post = await this.repository.find(postId, actor.userId);
    if (post === undefined) throw errors.postNotFound();
    const persona = await this.personas.findForChat(post.personaId);
    if (persona === undefined || persona.deleted || persona.creatorId !== actor.userId) throw errors.postNotFound();
    return { post, persona };
  }

  private async requireOwn(actor: Actor, personaId: string): Promise<ChatPersona> {
    const persona = await this.personas.findForChat(personaId);
    if (persona === undefined || persona.deleted || persona.creatorId !== actor.userId) throw errors.personaNotFound();
    return persona;
  }

  /** By the rules that a persona's own texts are held to. */
  private judge(persona: ChatPersona, text: string, pictures: readonly { alt: string }[]): void {
    const verdict = this.moderation.judgeWriting([text, ...pictures.map((picture) => picture.alt)].join('\n'));
    if (verdict === 'blocked') throw contentBlocked();
    if (verdict === 'mature' && !persona.mature) throw errors.matureNotMarked();
  }

  /** With their sizes; those that the post has already need not be asked for again. */
  private async keptPictures(
    ownerId: string,
    wanted: readonly { key: string; alt: string }[],
    there: readonly StoredPicture[] = [],
  ): Promise<StoredPicture[]> {
    const kept: StoredPicture[] = [];
    for (const { key, alt } of wanted) {
      const { widthPx, heightPx } =
        there.find((picture) => picture.key === key) ?? (await this.pictures.requireOwn(ownerId, key));
      kept.push({ key, alt, widthPx, heightPx });
    }
    return kept;
  }
}
