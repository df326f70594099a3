import { draftSlug, slugOf, slugWithTail } from './slug.ts';

const SHAPE = /^[a-z0-9-]{1,80}$/;

describe('the slug of a persona', () => {
  it('is its name as an address', () => {
    expect(slugOf('Åsa  Lind, Esq.')).toBe('asa-lind-esq');
    expect(slugOf(`${'very '.repeat(40)}long`)).toMatch(SHAPE);
  });

  it.each(['美咲', '🦊', '—', 'Blocked', 'Tags', 'Draft 1'])('is not taken from %s alone', (name) => {
    expect(slugOf(name)).toBeUndefined();
    expect(slugWithTail(slugOf(name), Uint8Array.of(0, 1, 2, 3))).toBe('persona-abcd');
  });

  it('has the shape that the table asks for, with a tail and as a draft', () => {
    expect(slugWithTail(slugOf('x'.repeat(200)), Uint8Array.of(250, 251, 252, 253))).toMatch(SHAPE);
    expect(draftSlug('018f0000-0000-7000-8000-000000000000')).toMatch(SHAPE);
  });
});
