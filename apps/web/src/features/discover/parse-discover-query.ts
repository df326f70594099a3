import { galleryQuery } from '@troupe/contracts/http/persona';
import type { DiscoverQuery } from './discover-query';
import { EVERYBODY } from './discover-query';

/** The dearest message there is. */
const COINS_MAX = 500;

/** Reads the address. What the contract would refuse counts as not asked for; `tag` is the one whose page this is. */
export function parseDiscoverQuery(params: Record<string, string | string[] | undefined>, tag?: string): DiscoverQuery {
  const one = (name: string) => (typeof params[name] === 'string' && params[name] !== '' ? params[name] : undefined);
  const coins = Number(one('max'));
  const parsed = galleryQuery.safeParse({
    q: one('q'),
    tag: tag ?? one('tag'),
    category: one('category'),
    language: one('language'),
    sort: one('sort'),
  });
  if (!parsed.success) return { ...EVERYBODY, tag: tag ?? null };
  const { q, category, language, sort } = parsed.data;
  return {
    q: q ?? '',
    tag: parsed.data.tag ?? null,
    category: category ?? null,
    language: language ?? null,
    maxCoins: Number.isInteger(coins) && coins > 0 && coins <= COINS_MAX ? coins : null,
    sort: sort ?? null,
  };
}
