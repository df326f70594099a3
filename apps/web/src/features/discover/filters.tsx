import type { TagList } from '@troupe/contracts/http/persona';
import { ChipLink } from '@/components/ui/chip';
import type { DiscoverQuery, Sort } from './discover-query';
import { discoverHref, SORTS } from './discover-query';
import { SortLink } from './sort-link';

const SORT_LABELS: Record<Sort, string> = {
  trending: 'Trending',
  new: 'New',
  rated: 'Top rated',
  popular: 'Most talked to',
  price: 'Lowest price',
};
/** More than this is a list and no longer a choice. */
const TAGS_MAX = 14;

/** Tags in one row that scrolls sideways on a phone, and the order of the wall at its end. */
export function Filters({ tags, query }: { tags: TagList['tags']; query: DiscoverQuery }) {
  const shown = tags.slice(0, TAGS_MAX);
  const chosenIsShown = query.tag === null || shown.some(({ tag }) => tag === query.tag);
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
      <ul aria-label="Order" className="sort-row">
        {SORTS.map((sort) => (
          <li key={sort}>
            <SortLink href={discoverHref(query, { sort })} selected={sort === query.sort} label={SORT_LABELS[sort]} />
          </li>
        ))}
      </ul>
    </div>
  );
}
