import { Injectable } from '@nestjs/common';
import type { PersonaSort } from '@troupe/contracts/http/persona';
import { type AskedWord, tsqueryOf } from './domain/search-question.ts';
import { respell } from './domain/spelling.ts';
import { GalleryRepository, type Listed, type Placed } from './gallery.repository.ts';
import { type QuestionWord, SearchWordsRepository } from './search-words.repository.ts';
import type { Viewer } from './viewer.ts';

export interface Found {
  rows: Placed[];
  /** What was looked for in place of the question. */
  spelling: string | null;
  /** Known words were taken for others as well; the next page has to do the same. */
  wide: boolean;
}

interface Asked extends Omit<Listed, 'tsquery'> {
  q: string;
  sort: PersonaSort;
  /** As the page before was; undefined for the first one. */
  wide: boolean | undefined;
}

/** A search: words that nobody has are taken for the nearest that somebody has, and all of them are when nobody has those that were asked together. */
@Injectable()
export class SearchPersonasService {
  constructor(
    private readonly questions: SearchWordsRepository,
    private readonly gallery: GalleryRepository,
  ) {}

  async find(asked: Asked, viewer: Viewer): Promise<Found> {
    const found = await this.#ask(asked, asked.wide ?? false, viewer);
    if (asked.wide !== undefined || found.rows.length > 0) return found;
    return this.#ask(asked, true, viewer);
  }

  async #ask({ q, sort, ...listed }: Asked, wide: boolean, viewer: Viewer): Promise<Found> {
    const { nameKey, words } = await this.questions.read(q, wide);
    const meant = words.map(meaningOf);
    const tsquery = tsqueryOf(meant);
    if (tsquery === undefined) return { rows: [], spelling: null, wide };
    const rows =
      sort === 'relevance'
        ? await this.gallery.search({ ...listed, tsquery }, nameKey, viewer)
        : await this.gallery.list(sort, { ...listed, tsquery }, viewer);
    const respelt = meant.some((word) => word.alternatives.length > 0) && rows.length > 0;
    return { rows, spelling: respelt ? await this.#spellingOf(meant, viewer) : null, wide };
  }

  /** What was looked for in place of the question, in words that this viewer may read. */
  async #spellingOf(meant: readonly AskedWord[], viewer: Viewer): Promise<string> {
    const alternatives = meant.flatMap((word) => word.alternatives);
    const shown = await this.questions.readableTo(viewer, alternatives);
    return meant
      .map(({ parts, alternatives: near }) => near.find((word) => shown.has(word)) ?? parts.join(''))
      .join(' ');
  }
}

function meaningOf({ parts, near }: QuestionWord): AskedWord {
  const [word] = parts;
  return { parts, alternatives: word === undefined || parts.length > 1 ? [] : respell(word, near) };
}
