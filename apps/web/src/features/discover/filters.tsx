import type { TagList } from '@troupe/contracts/http/persona';
import { ChipLink } from '@/components/ui/chip';
import type { DiscoverQuery, Sort } from './discover-query';
import { discoverHref, filterCount, SORTS, sortOf } from './discover-query';
import { FilterSheet } from './filter-sheet';
import { SortLink } from './sort-link';

const SORT_LABELS: Record<Sort, string> = {
  relevance: 'Best match',
  trending: 'Trending',
  new: 'New',
  rated: 'Top rated',
  popular: 'Most talked to',
  price: 'Lowest price',
};
/** More than this is a list and no longer a choice. */
const TAGS_MAX = 14;

interface FiltersProps {
  tags: TagList['tags'];
  query: DiscoverQuery;
  signedIn: boolean;
}

/** Tags in one row that scrolls sideways on a phone, the order of the wall, and everything else in a sheet. */
export function Filters({ tags, query, signedIn }: FiltersProps) {
  const shown = tags.slice(0, TAGS_MAX);
  const chosenIsShown = query.tag === null || shown.some(({ tag }) => tag === query.tag);
  const sorts: Sort[] = query.q === '' ? [...SORTS] : ['relevance', ...SORTS];
  return (
    <div className="filters">
      <ul aria-label="Tags" className="chip-row">
        <li>
          <ChipLink href={discoverHref(query, { tag: null })} selected={query.tag === null}>
            Everyone
          </ChipLink>
        </li>
        {chosenIsShown ? null : (
          <li>
            <ChipLink href={discoverHref(query, { tag: null })} selected>
              {query.tag}
            </ChipLink>
          </li>
        )}
        {shown.map(({ tag, count }) => (
          <li key={tag}>
            <ChipLink href={discoverHref(query, { tag: tag === query.tag ? null : tag })} selected={tag === query.tag}>
              {tag}
              <span className="text-xs tabular-nums opacity-70">{count}</span>
            </ChipLink>
          </li>
        ))}
      </ul>
      <div className="filters-order">
        <ul aria-label="Order" className="sort-row">
          {sorts.map((sort) => (
            <li key={sort}>
              <SortLink
                href={discoverHref(query, { sort })}
                selected={sort === sortOf(query)}
                label={SORT_LABELS[sort]}
              />
            </li>
          ))}
        </ul>
        <FilterSheet key={filterCount(query)} query={query} signedIn={signedIn} />
      </div>
    </div>
  );
}
