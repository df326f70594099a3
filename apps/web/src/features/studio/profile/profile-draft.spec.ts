import type { CreatorProfile } from '@troupe/contracts/http/creator';
import { LIMITS } from '@troupe/contracts/limits';
import { draftOf, textsOf, unsavedTexts } from './profile-draft.ts';

const PROFILE: CreatorProfile = {
  userId: 'somebody',
  handle: 'maren',
  displayName: 'Maren',
  bio: '',
  links: [],
  pictureKey: null,
  picture: [],
  createdAt: '2026-01-01T00:00:00.000Z',
};
const LINK = { label: 'Home', url: 'exam' };

describe('what was typed into a profile', () => {
  it.each([
    ['nothing', {}, null],
    ['a picture alone, which is uploaded by itself', { pictureKey: 'a key' }, null],
    [
      'texts, half-written links among them',
      { bio: 'By the sea', links: [LINK] },
      { bio: 'By the sea', links: [LINK] },
    ],
    ['a text that was emptied', { displayName: '' }, { displayName: '' }],
  ])('is kept where it differs from the saved one: %s', (_, typed, kept) => {
    expect(unsavedTexts({ ...draftOf(PROFILE), ...typed }, PROFILE)).toEqual(kept);
  });

  it.each([
    ['nothing', null, {}],
    ['no draft', 'maren', {}],
    ['other kinds of values', { bio: 7, links: 'x', handle: null, pictureKey: 'a key' }, {}],
    ['broken links', { links: [null, { label: 'x' }, LINK] }, { links: [LINK] }],
    ['too many links', { links: Array(99).fill(LINK) }, { links: Array(LIMITS.linksMax).fill(LINK) }],
    ['what was kept', { bio: 'By the sea', handle: 'Ma ren' }, { bio: 'By the sea', handle: 'Ma ren' }],
  ])('is read back without what is no text: %s', (_, kept, texts) => {
    expect(textsOf(kept)).toEqual(texts);
  });
});
