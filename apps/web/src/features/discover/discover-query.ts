import type { PersonaCategory } from '@troupe/contracts/persona-categories';

export const SORTS = ['trending', 'new', 'rated', 'popular', 'price'] as const;
export type Sort = (typeof SORTS)[number] | 'relevance';

/** What the address says about the gallery. */
export interface DiscoverQuery {
  q: string;
  tag: string | null;
  category: PersonaCategory | null;
  /** As `en`. */
  language: string | null;
  /** Of a message, in whole coins. */
  maxCoins: number | null;
  /** Null for the usual one: the best match of a search, else what trends. */
  sort: Sort | null;
}

export const EVERYBODY: DiscoverQuery = {
  q: '',
  tag: null,
  category: null,
  language: null,
  maxCoins: null,
  sort: null,
};

/** The order that the wall is in. */
export const sortOf = ({ q, sort }: Pick<DiscoverQuery, 'q' | 'sort'>): Sort => {
  if (sort === null || sort === 'relevance') return q === '' ? 'trending' : 'relevance';
  return sort;
};

/** The address of the gallery with some of its choices changed. A tag has a page of its own, unless something is searched for as well. */
export function discoverHref(query: DiscoverQuery, change: Partial<DiscoverQuery> = {}): string {
  const next = { ...query, ...change };
  const { q, tag, category, language, maxCoins } = next;
  const params = new URLSearchParams();
  if (q !== '') params.set('q', q);
  if (tag !== null && q !== '') params.set('tag', tag);
  if (category !== null) params.set('category', category);
  if (language !== null) params.set('language', language);
  if (maxCoins !== null) params.set('max', String(maxCoins));
  const sort = sortOf(next);
  if (sort !== sortOf({ q, sort: null })) params.set('sort', sort);
  const path = tag === null || q !== '' ? '/' : tagPath(tag);
  return params.size === 0 ? path : `${path}?${params}`;
}

export const tagPath = (tag: string): string => `/tags/${encodeURIComponent(tag)}`;

/** True when the address asks for nobody in particular: the page then opens with the stage. */
export function isFrontPage(query: DiscoverQuery): boolean {
  return query.q === '' && query.tag === null && query.sort === null && filterCount(query) === 0;
}

/** How many of the sheet's filters are set. */
export function filterCount({ category, language, maxCoins }: DiscoverQuery): number {
  return [category, language, maxCoins].filter((choice) => choice !== null).length;
}
