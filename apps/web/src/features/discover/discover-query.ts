export const SORTS = ['trending', 'new', 'rated', 'popular', 'price'] as const;
export type Sort = (typeof SORTS)[number];

/** What the address says about the gallery. */
export interface DiscoverQuery {
  q: string;
  tag: string | null;
  sort: Sort;
}

/** The address of the gallery with some of its choices changed. */
export function discoverHref(query: DiscoverQuery, change: Partial<DiscoverQuery> = {}): string {
  const { q, tag, sort } = { ...query, ...change };
  const params = new URLSearchParams();
  if (q !== '') params.set('q', q);
  if (tag !== null) params.set('tag', tag);
  if (sort !== 'trending') params.set('sort', sort);
  return params.size === 0 ? '/' : `/?${params}`;
}

/** True when the address asks for nobody in particular: the page then opens with the stage. */
export function isFrontPage(query: DiscoverQuery): boolean {
  return query.q === '' && query.tag === null && query.sort === 'trending';
}
