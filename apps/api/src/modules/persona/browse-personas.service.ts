import { Injectable } from '@nestjs/common';
import type { GalleryPage, GalleryQuery, PersonaPage, PersonaSort, TagList } from '@troupe/contracts/http/persona';
import type { Actor } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { decodeCursor, encodeCursor } from '../../platform/ids/cursor.ts';
import { requireAdult } from './persona.policy.ts';
import { toCard } from './persona.presenter.ts';
import { galleryPosition, PersonaRepository, positionOf } from './persona.repository.ts';

const TAGS_MAX = 40;

const positionIn = (sort: PersonaSort) => galleryPosition.refine((position) => position.sort === sort);

@Injectable()
export class BrowsePersonasService {
  constructor(private readonly repository: PersonaRepository) {}

  /** Without what the viewer has blocked, and without mature personas for all but adults. */
  async gallery(query: GalleryQuery, actor: Actor | undefined): Promise<GalleryPage> {
    const after = query.cursor === undefined ? undefined : decodeCursor(positionIn(query.sort), query.cursor);
    const rows = await this.repository.list(query, after, { userId: actor?.userId, isAdult: actor?.age === 'adult' });
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const more = rows.length > query.limit && last !== undefined;
    return { items: shown.map(toCard), nextCursor: more ? encodeCursor(positionOf(last, query.sort)) : null };
  }

  async tags(actor: Actor | undefined): Promise<TagList> {
    return { tags: await this.repository.tagCounts(TAGS_MAX, actor?.age === 'adult') };
  }

  /** The public page of a published persona; throws `not_found` for every other slug, and `age_confirmation_required`. */
  async page(slug: string, actor: Actor | undefined): Promise<PersonaPage> {
    const row = await this.repository.findPublished(slug);
    if (row === null || row.publishedAt === null) throw notFound('This persona');
    const standing = actor && (await this.repository.standingsOf([{ personaId: row.id, fanId: actor.userId }]))[0];
    // Their creator blocked them: like what is not there.
    if (standing?.barred === true) throw notFound('This persona');
    if (row.mature) requireAdult(actor);
    return {
      ...toCard(row),
      description: row.description,
      greeting: row.greeting,
      starters: row.starters,
      creatorBio: row.creator.bio,
      blocked: standing?.blocked ?? false,
      publishedAt: row.publishedAt.toISOString(),
    };
  }
}
