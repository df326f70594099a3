import type { LoreEntryAnswer } from '@troupe/contracts/http/lorebook';
import { changesOf, NEW_ENTRY, toDraft } from './entry-draft';

const ENTRY: LoreEntryAnswer = {
  ...NEW_ENTRY,
  ...{ id: '7', keys: ['lamp', '/a{1,2}/i'], secondaryKeys: ['oil'], groups: ['light', 'dark'], content: ' kept ' },
};

describe('an entry in a form', () => {
  it('changes nothing that nobody touched', () => {
    expect(changesOf(toDraft(ENTRY), toDraft(ENTRY))).toEqual({});
  });

  it('names what was changed and nothing else, lists without blank lines', () => {
    const draft = { ...toDraft(ENTRY), keys: ' lamp \n\n/a{1,2}/i\noil', groups: 'light,, ', depth: 2 };
    expect(changesOf(toDraft(ENTRY), draft)).toEqual({
      keys: ['lamp', '/a{1,2}/i', 'oil'],
      groups: ['light'],
      depth: 2,
    });
  });

  it('that is new says what differs from a usual one', () => {
    expect(changesOf(NEW_ENTRY, { ...NEW_ENTRY, keys: 'lamp', content: 'Burns.' })).toEqual({
      keys: ['lamp'],
      content: 'Burns.',
    });
  });
});
