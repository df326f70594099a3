import { type DiscoverQuery, discoverHref, EVERYBODY, filterCount, isFrontPage, sortOf } from './discover-query';
import { parseDiscoverQuery } from './parse-discover-query';

describe('the address of the gallery', () => {
  it.each<[string, Partial<DiscoverQuery>]>([
    ['/', {}],
    ['/?q=tea', { q: 'tea' }],
    ['/?q=tea&sort=new', { q: 'tea', sort: 'new' }],
    ['/?q=tea', { q: 'tea', sort: 'relevance' }],
    ['/?q=tea&tag=cosy', { q: 'tea', tag: 'cosy' }],
    ['/tags/cosy', { tag: 'cosy' }],
    ['/tags/%E7%8C%AB?sort=rated', { tag: '猫', sort: 'rated' }],
    ['/?category=horror&language=en&max=2', { category: 'horror', language: 'en', maxCoins: 2 }],
    ['/', { sort: 'trending' }],
  ])('is %s', (href, choices) => {
    expect(discoverHref({ ...EVERYBODY, ...choices })).toBe(href);
  });

  it('reads back what it says, and takes nonsense for nothing', () => {
    const query: DiscoverQuery = {
      ...EVERYBODY,
      q: 'tea',
      tag: 'cosy',
      category: 'horror',
      language: 'en',
      maxCoins: 2,
      sort: 'price',
    };
    const params = Object.fromEntries(new URL(discoverHref(query), 'http://troupe.invalid').searchParams);
    expect(parseDiscoverQuery(params)).toEqual(query);
    for (const nonsense of [{ sort: 'by-luck' }, { category: 'x' }, { q: 'x'.repeat(81) }, { q: ['a', 'b'] }]) {
      expect(parseDiscoverQuery(nonsense)).toEqual(EVERYBODY);
    }
    expect(parseDiscoverQuery({ max: '-1' })).toEqual(EVERYBODY);
  });

  it('knows what is usual', () => {
    expect([sortOf({ q: '', sort: null }), sortOf({ q: 'tea', sort: null })]).toEqual(['trending', 'relevance']);
    expect(sortOf({ q: '', sort: 'relevance' })).toBe('trending');
    expect(isFrontPage(EVERYBODY)).toBe(true);
    expect(isFrontPage({ ...EVERYBODY, maxCoins: 2 })).toBe(false);
    expect(filterCount({ ...EVERYBODY, tag: 'cosy', language: 'en', maxCoins: 1 })).toBe(2);
  });
});
