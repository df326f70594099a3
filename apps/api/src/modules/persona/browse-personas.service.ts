import { Injectable } from '@nestjs/common';
import type { GalleryPage, GalleryQuery, PersonaPage, PersonaSort, TagList } from '@troupe/contracts/http/persona';
import { notFound } from '../../platform/errors/app-error.ts';
import { decodeCursor, encodeCursor } from '../../platform/ids/cursor.ts';
import { toCard } from './persona.presenter.ts';
import { galleryPosition, PersonaRepository, positionOf } from './persona.repository.ts';

const TAGS_MAX = 40;

const positionIn = (sort: PersonaSort) => galleryPosition.refine((position) => position.sort === sort);

@Injectable()
export class BrowsePersonasService {
  constructor(private readonly repository: PersonaRepository) {}

  async gallery(query: GalleryQuery): Promise<GalleryPage> {
    const after = query.cursor === undefined ? undefined : decodeCursor(positionIn(query.sort), query.cursor);
    const rows = await this.repository.list(query, after);
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const more = rows.length > query.limit && last !== undefined;
    return { items: shown.map(toCard), nextCursor: more ? encodeCursor(positionOf(last, query.sort)) : null };
  }

  async tags(): Promise<TagList> {
    return { tags: await this.repository.tagCounts(TAGS_MAX) };
  }

  /** The public page of a published persona; throws `not_found` for every other slug. */
  async page(slug: string): Promise<PersonaPage> {
    const row = await this.repository.findPublished(slug);
    if (row === null || row.publishedAt === null) throw notFound('This persona');
    return {
      ...toCard(row),
      description: row.description,
      greeting: row.greeting,
      starters: row.starters,
      creatorBio: row.creator.bio,
      publishedAt: row.publishedAt.toISOString(),
    };
  }
}
