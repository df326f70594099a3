import { randomBytes } from 'node:crypto';
import { bucketOf, bucketsOf } from './blind-index.ts';
import { askedTerms, smallTerms } from './question.ts';
import { rankPassages } from './rank-passages.ts';
import { postingsOf, termsOf } from './terms.ts';

const rootsOf = (text: string): string[] => termsOf(text).map(({ root }) => root);

describe('the words that training data is found by', () => {
  it.each([
    ['The lamps of the lighthouses', ['lamp', 'lighthous']],
    ['Café, CAFE\u0301 and cafe', ['caf']],
    ['Straße 7', ['strass', '7']],
    ['Wie heißt der Leuchtturm?', ['heisst', 'leuchtturm']],
    ['O que é a saudade?', ['saudad']],
    ['灯塔看守人', ['灯塔', '塔看', '看守', '守人']],
    ['등대지기는', ['등대', '대지', '지기', '기는']],
    ['ประภาคาร', expect.arrayContaining(['ปร'])],
    ['Маяк на скале', ['маяк', 'на', 'скале']],
    ['hello how are you', []],
    ['x'.repeat(100), []],
  ])('of %j are %j', (text, roots) => {
    expect(rootsOf(text)).toEqual(roots);
  });

  it('share a skeleton when they are mistyped', () => {
    const skeletonOf = (word: string) => termsOf(word)[0]?.skeleton;
    for (const typed of ['lighthuose', 'lihgthouse', 'ligthouse', 'lighthhouse', 'lighthousse']) {
      expect([typed, skeletonOf(typed)]).toEqual([typed, skeletonOf('lighthouse')]);
    }
    expect(skeletonOf('boat')).toBeUndefined();
  });
});

describe('the blind index', () => {
  it('says nothing without its key, merges what falls together, and has no order of its own', async () => {
    const [key, other] = [randomBytes(32), randomBytes(32)];
    const terms = Array.from({ length: 2_000 }, (_, n): [string, number[]] => [`word${n}`, [n % 7, 3]]);
    const buckets = await bucketsOf(key, terms);
    expect([...buckets.keys()]).toEqual([...buckets.keys()].sort((a, b) => a - b));
    expect(buckets.get(bucketOf(key, 'word8'))).toEqual(expect.arrayContaining([1, 3]));
    const same = terms.filter(([term]) => bucketOf(key, term) === bucketOf(other, term));
    expect(same.length).toBeLessThan(5);
    expect(
      await bucketsOf(key, [
        ['a', [2, 1]],
        ['a', [1]],
      ]),
    ).toEqual(new Map([[bucketOf(key, 'a'), [1, 2]]]));
  });
});

describe('the passages that answer a question', () => {
  const PASSAGES = [
    'The foghorn was cast in Aberdeen in 1931. It sounds twice a minute.',
    'The herring soup costs four crowns, and the gannet pie nine.',
    'Orla’s dog is deaf. The dog sleeps under the stairs of the lamp room.',
    'The lamp was made by Barbier. Its lens floats on mercury.',
  ];
  /** As the index would: a word says more the fewer passages have it. */
  const search = (asked: string, before: string[] = []): number[] => {
    const postings = new Map(postingsOf(PASSAGES));
    const candidates = PASSAGES.map((text, passage) => ({
      passage,
      text,
      rarityOf: ({ stem, skeleton }: { stem: string; skeleton: string | undefined }) =>
        1 / (postings.get(stem) ?? postings.get(skeleton ?? '') ?? []).length || 0,
    }));
    return rankPassages(askedTerms(asked, before), candidates, 3);
  };

  it.each([
    ['Where was the foghorn cast?', [], [0]],
    ['who made the lamp', [], [3]],
    ['What does the hering soup cost?', [], [1]],
    ['lens of the lamp', [], [3]],
    ['And how deaf is it?', ['Tell me of the dog.'], [2]],
    ['Nice weather today', [], []],
  ])('%j, after %j: %j', (asked, before, passages) => {
    expect(search(asked, before)).toEqual(passages);
  });

  it('are found by small words if they have no others', () => {
    const [text, other] = ['q: Who?; a: Me', 'Who made the lamp?'];
    expect(new Map(postingsOf([text, other])).get('who')).toEqual([0]);
    const candidates = [text, other].map((passage) => ({ passage, text: passage, rarityOf: () => 1 }));
    expect(askedTerms('Who is it?', [])).toEqual([]);
    expect(rankPassages(smallTerms('Who is it?'), candidates, 3)).toEqual([text]);
  });

  it('takes the end of a long message, and a bounded number of words', () => {
    const long = `${Array.from({ length: 3_000 }, (_, n) => `word${n}`).join(' ')} Barbier`;
    const terms = askedTerms(long, []);
    expect(terms.length).toBeLessThanOrEqual(32);
    expect(terms.map(({ root }) => root)).toContain('barbier');
  });
});
