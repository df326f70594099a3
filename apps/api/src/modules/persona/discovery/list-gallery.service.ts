import { Injectable } from '@nestjs/common';
import type { FoundPage, GalleryQuery, PersonaSort, TagList } from '@troupe/contracts/http/persona';
import { z } from 'zod';
import type { Actor } from '../../../platform/auth/actor.ts';
import { decodeCursor, encodeCursor } from '../../../platform/ids/cursor.ts';
import { GalleryRepository, galleryPosition, type Placed } from './gallery.repository.ts';
import { PresentCardsService } from './present-cards.service.ts';
import { SearchPersonasService } from './search-personas.service.ts';
import { type Viewer, viewerOf } from './viewer.ts';
import { WishRepository } from './wish.repository.ts';

const TAGS_MAX = 40;

const positionIn = (sort: PersonaSort) =>
  z.intersection(
    galleryPosition.refine((position) => position.sort === sort),
    z.object({ wide: z.boolean().optional() }),
  );

/** The wall: everybody a viewer may meet, filtered, searched and in some order. */
@Injectable()
export class ListGalleryService {
  constructor(
    private readonly gallery: GalleryRepository,
    private readonly searching: SearchPersonasService,
    private readonly cards: PresentCardsService,
    private readonly wishes: WishRepository,
  ) {}

  /** Throws `validation_failed` for a cursor of another list. */
  async page(query: GalleryQuery, actor: Actor | undefined): Promise<FoundPage> {
    const viewer = viewerOf(actor);
    const { q, limit, cursor, sort: asked, ...filters } = query;
    const isSearch = q !== undefined && q !== '';
    const sort = sortOf(asked, isSearch);
    const after = cursor === undefined ? undefined : decodeCursor(positionIn(sort), cursor);
    const listed = { filters, after, limit: limit + 1 };
    const found = isSearch
      ? await this.searching.find(
          { ...listed, q, sort, wide: after === undefined ? undefined : (after.wide ?? false) },
          viewer,
        )
      : { rows: await this.#all(sort, listed, viewer), spelling: null, wide: false };
    const shown = found.rows.slice(0, limit);
    const last = found.rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: await this.cards.present(shown),
      nextCursor:
        last === undefined ? null : encodeCursor({ ...positionOf(last, sort), ...(found.wide && { wide: true }) }),
      spelling: found.spelling,
    };
  }

  async tags(actor: Actor | undefined): Promise<TagList> {
    const withMature = actor?.age === 'adult' && (await this.wishes.showsMature(actor.userId));
    return { tags: await this.gallery.tagCounts(TAGS_MAX, withMature) };
  }

  #all(
    sort: PersonaSort,
    listed: Pick<Parameters<GalleryRepository['list']>[1], 'filters' | 'after' | 'limit'>,
    viewer: Viewer,
  ) {
    return this.gallery.list(sort === 'relevance' ? 'trending' : sort, { ...listed, tsquery: undefined }, viewer);
  }
}

function sortOf(asked: PersonaSort | undefined, isSearch: boolean): PersonaSort {
  if (isSearch) return asked ?? 'relevance';
  return asked === undefined || asked === 'relevance' ? 'trending' : asked;
}

const positionOf = ({ id, key }: Placed, sort: PersonaSort) => ({ sort, key: sort === 'new' ? key : Number(key), id });
