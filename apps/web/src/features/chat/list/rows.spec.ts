import type { ConversationListItem } from '@troupe/contracts/http/chat';
import { mergeFirstPage, sortRows } from './rows';

const persona = {
  id: 'p',
  slug: 'p',
  name: 'P',
  hook: '',
  hueDegrees: 0,
  portrait: [],
  priceMicrocoins: 0,
  tokenPrice: null,
};

function row(id: string, lastMessageAt: string, pinned = false): ConversationListItem {
  const words = { title: null, lastText: '', lastRole: 'user' } as const;
  return { id, persona, pinned, archived: false, unread: false, lastMessageAt, ...words };
}

const ids = (rows: readonly ConversationListItem[]) => rows.map(({ id }) => id).join(' ');

describe('rows of conversations', () => {
  it('stand pinned first, then by their newest message', () => {
    expect(ids(sortRows([row('old', '1'), row('new', '3'), row('pinned', '2', true)]))).toBe('pinned new old');
  });

  it('a newest page takes away what it should have and doesn’t, and keeps what is older than it', () => {
    const before = [row('a', '9'), row('gone', '8'), row('b', '7'), row('older', '2')];
    expect(ids(mergeFirstPage(before, [row('a', '9'), row('b', '7')], false))).toBe('a b older');
    expect(ids(mergeFirstPage(before, [row('a', '9'), row('b', '7')], true))).toBe('a b');
    expect(ids(mergeFirstPage(before, [], true))).toBe('');
  });
});
