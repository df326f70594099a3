import { Injectable } from '@nestjs/common';
import type { Audience, LibraryPage } from '@troupe/contracts/http/community';
import { LIMITS } from '@troupe/contracts/limits';
import { UnitOfWork } from '@troupe/database';
import type { Actor } from '../../platform/auth/actor.ts';
import { decodeCursor, encodeCursor } from '../../platform/ids/cursor.ts';
import { FansFacade, PersonaFacade } from '../persona/index.ts';
import { personaNotFound, tooManyFollows } from './community.errors.ts';
import { FollowRepository, libraryPosition } from './follow.repository.ts';

@Injectable()
export class FollowPersonaService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: FollowRepository,
    private readonly personas: PersonaFacade,
    private readonly fans: FansFacade,
  ) {}

  /** Once each. Throws `not_found`, `age_confirmation_required` and `too_many_follows`. */
  async follow(actor: Actor, personaId: string): Promise<Audience> {
    const persona = await this.personas.meet(personaId, actor);
    if (!persona.available) throw personaNotFound();
    if ((await this.repository.countOf(actor.userId)) >= LIMITS.followsMax) throw tooManyFollows();
    await this.unitOfWork.run('follow', async (tx) => {
      if (await this.fans.isBlockedFor(tx, persona.creatorId, actor.userId)) throw personaNotFound();
      await this.repository.insert(tx, personaId, actor.userId);
      await this.fans.meet(tx, personaId, actor.userId);
    });
    return this.read(personaId, actor.userId);
  }

  /** Also of what isn't there any more: whoever does not follow stays so. */
  async unfollow(actor: Actor, personaId: string): Promise<Audience> {
    const persona = await this.personas.findForChat(personaId, actor.userId);
    const isThere = persona?.everPublished === true && !persona.barred;
    if (!isThere) throw personaNotFound();
    await this.unitOfWork.run('unfollow', (tx) => this.repository.delete(tx, personaId, actor.userId));
    return this.read(personaId, actor.userId);
  }

  /** Throws `not_found` and `age_confirmation_required`. */
  async audience(actor: Actor | undefined, personaId: string): Promise<Audience> {
    await this.personas.meet(personaId, actor);
    return this.read(personaId, actor?.userId);
  }

  async library(actor: Actor, { cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<LibraryPage> {
    const before = cursor === undefined ? undefined : decodeCursor(libraryPosition, cursor);
    const rows = await this.repository.library(actor.userId, actor.age === 'adult', before, limit + 1);
    const shown = rows.slice(0, limit);
    const briefs = await this.personas.findBriefs(shown.map((row) => row.personaId));
    const last = shown.at(-1);
    const more = rows.length > limit && last !== undefined;
    return {
      items: shown.flatMap(({ personaId, followedAt, lastPostAt }) => {
        const persona = briefs.get(personaId);
        if (persona === undefined) return [];
        return [{ persona, followedAt: followedAt.toISOString(), lastPostAt: lastPostAt?.toISOString() ?? null }];
      }),
      nextCursor: more ? encodeCursor({ at: last.activeAt.toISOString(), id: last.personaId }) : null,
    };
  }

  private async read(personaId: string, fanId: string | undefined): Promise<Audience> {
    const [counts, following] = await Promise.all([
      this.repository.countsOf(personaId),
      fanId === undefined ? false : this.repository.isFollowing(personaId, fanId),
    ]);
    return { following, ...counts };
  }
}
