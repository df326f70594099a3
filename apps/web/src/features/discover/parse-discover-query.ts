import { galleryQuery, type PersonaSort } from '@troupe/contracts/http/persona';
import type { DiscoverQuery, Sort } from './discover-query';

/** Reads the address. What the contract would refuse counts as not asked for. */
export function parseDiscoverQuery(params: Record<string, string | string[] | undefined>): DiscoverQuery {
  const one = (name: string) => (typeof params[name] === 'string' && params[name] !== '' ? params[name] : undefined);
  const parsed = galleryQuery.safeParse({ q: one('q'), tag: one('tag'), sort: one('sort') });
  if (!parsed.success) return { q: '', tag: null, sort: 'trending' };
  return { q: parsed.data.q ?? '', tag: parsed.data.tag ?? null, sort: sortOf(parsed.data.sort) };
}

const sortOf = (asked: PersonaSort | undefined): Sort =>
  asked === undefined || asked === 'relevance' ? 'trending' : asked;
