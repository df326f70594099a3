import { suggestHandle } from './suggest-handle.ts';

const random = new Uint8Array([0, 1, 30, 31]);

describe('a handle from a name', () => {
  it.each([
    ['Ann', 'ann_ab9a'],
    ['Åsa  Lind', 'asa_lind_ab9a'],
    ['  __x__ ', 'x_ab9a'],
    ['刘慈欣', 'guest_ab9a'],
    ['a name that goes on and on and on', 'a_name_that_goes_on_ab9a'],
    ["Robert'); DROP TABLE", 'robert_drop_table_ab9a'],
  ])('%j becomes %s', (name, handle) => {
    expect(suggestHandle(name, random)).toBe(handle);
    expect(handle).toMatch(/^[a-z0-9_]{3,30}$/);
  });
});
