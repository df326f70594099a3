import type { GalleryOptions } from '@troupe/api-client';
import type { DiscoverQuery } from './discover-query';

const MICROCOINS_PER_COIN = 1_000_000;
export const PAGE_ITEMS = 24;

/** The question of an address as the API is asked. */
export const galleryOptions = ({ q, tag, category, language, maxCoins, sort }: DiscoverQuery): GalleryOptions => ({
  q: q === '' ? undefined : q,
  tag: tag ?? undefined,
  category: category ?? undefined,
  language: language ?? undefined,
  priceMaxMicrocoins: maxCoins === null ? undefined : maxCoins * MICROCOINS_PER_COIN,
  sort: sort ?? undefined,
  limit: PAGE_ITEMS,
});
