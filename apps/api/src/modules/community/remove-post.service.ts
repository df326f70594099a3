import { Injectable } from '@nestjs/common';
import type { PostRemoval } from '@troupe/contracts/http/community';
import { UnitOfWork } from '@troupe/database';
import { writeAudit } from '../../platform/audit/audit-trail.ts';
import { NotificationFacade } from '../notification/index.ts';
import { PersonaFacade } from '../persona/index.ts';
import { postNotFound } from './community.errors.ts';
import { excerptOf } from './community.presenter.ts';
import { PostRepository } from './post.repository.ts';
import { RemovalRepository } from './removal.repository.ts';

/** What an admin takes away: gone for everybody, and its creator is told why. */
@Injectable()
export class RemovePostService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly posts: PostRepository,
    private readonly removals: RemovalRepository,
    private readonly personas: PersonaFacade,
    private readonly notifications: NotificationFacade,
  ) {}

  /** Once: a repetition is answered with what stands. Throws `not_found` for what never was, and for what its creator deleted. */
  async remove(adminId: string, postId: string, reason: string): Promise<PostRemoval> {
    const post = await this.posts.find(postId, undefined);
    const persona = post && (await this.personas.findForChat(post.personaId));
    if (post !== undefined && persona !== undefined) {
      const { personaId, text, pictures } = post;
      const { creatorId } = persona;
      await this.unitOfWork.run('remove-post', async (tx) => {
        // Of several at once, and of its creator's deletion, one finds it.
        if (!(await this.posts.delete(tx, postId))) return;
        const about = { postId, personaId, creatorId, excerpt: excerptOf(text), pictureCount: pictures.length };
        await this.removals.insert(tx, { ...about, reason, removedBy: adminId });
        await this.notifications.withdraw(tx, 'post', postId);
        await this.notifications.spread(tx, 'postRemoved', postId);
        const detail = { reason, personaId, creatorId };
        await writeAudit(tx, { actorId: adminId, action: 'post.removed', subjectId: postId, detail });
      });
      this.notifications.wake();
    }
    const [removal] = await this.removals.findAll([postId]);
    if (removal === undefined) throw postNotFound();
    return { postId, reason: removal.reason, removedAt: removal.createdAt.toISOString() };
  }
}
