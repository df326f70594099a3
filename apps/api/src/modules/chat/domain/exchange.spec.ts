import { pathUpTo, placeOf, type Target } from './exchange.ts';

const said: Target = {
  id: 'said',
  role: 'user',
  status: 'done',
  content: 'Hello',
  parentId: 'greeting',
  above: { role: 'assistant', content: 'Come in', parentId: null },
};
const reply: Target = {
  id: 'reply',
  role: 'assistant',
  status: 'done',
  content: 'Well met',
  parentId: 'said',
  above: { role: 'user', content: 'Hello', parentId: 'greeting' },
};
const greeting: Target = {
  id: 'greeting',
  role: 'assistant',
  status: 'done',
  content: 'Come in',
  parentId: null,
  above: undefined,
};

describe('the place of an exchange in the tree', () => {
  it('of an edited message is beside it', () => {
    const place = { parentId: 'greeting', says: 'Hi', historyEndId: 'greeting', answers: 'Hi' };
    expect(placeOf('edit', said, 'Hi')).toEqual({ kind: 'placed', place });
  });

  it('of another reply is beside the first, with the history before what both answer', () => {
    const place = { parentId: 'said', says: null, historyEndId: 'greeting', answers: 'Hello' };
    expect(placeOf('regenerate', reply, '')).toEqual({ kind: 'placed', place });
  });

  it('of more is below the reply that goes on', () => {
    const place = { parentId: 'reply', says: null, historyEndId: 'reply', answers: null };
    expect(placeOf('continue', reply, '')).toEqual({ kind: 'placed', place });
    const more: Target = {
      ...reply,
      id: 'more',
      parentId: 'reply',
      above: { role: 'assistant', content: 'Well met', parentId: 'said' },
    };
    expect(placeOf('regenerate', more, '')).toEqual({ kind: 'placed', place });
  });

  it.each([
    ['edit', reply],
    ['edit', greeting],
    ['regenerate', said],
    ['regenerate', greeting],
    ['continue', said],
    ['continue', { ...reply, status: 'failed' as const }],
    ['continue', { ...reply, content: '' }],
  ] as const)('there is none to %s what it does not fit', (kind, target) => {
    expect(placeOf(kind, target, 'x')).toEqual({ kind: 'not-found' });
  });

  it.each(['regenerate', 'continue'] as const)('there is none to %s what is still being written', (kind) => {
    expect(placeOf(kind, { ...reply, status: 'queued' }, '')).toEqual({ kind: 'under-way' });
  });
});

describe('a path that was read beside the write', () => {
  const turn = (id: string) => ({ id, role: 'user' as const, content: id });

  it('is cut to what the exchange was hung below, also when it begins with the exchange itself', () => {
    expect(pathUpTo(['reply', 'said', 'b', 'a'].map(turn), 'b')?.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('is of no use when another message came between', () => {
    expect(pathUpTo(['b', 'a'].map(turn), 'c')).toBeUndefined();
  });
});
