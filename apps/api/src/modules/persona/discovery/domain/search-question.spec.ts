import { type AskedWord, tsqueryOf } from './search-question.ts';

const word = (part: string, ...alternatives: string[]): AskedWord => ({ parts: [part], alternatives });

describe('a question to the documents', () => {
  it.each<[string, AskedWord[], string]>([
    ['one word is a beginning', [word('orla')], "'orla':*"],
    [
      'all words, beginnings from three letters on',
      [word('the'), word('of'), word('keeper')],
      "'the':* & 'of' & 'keeper':*",
    ],
    ['two letters are a beginning while they are typed', [word('or')], "'or':*"],
    ['one letter is itself', [word('a')], "'a'"],
    ['alternatives are whole words', [word('vespr', 'vesper', 'vespa')], "('vespr':* | 'vesper' | 'vespa')"],
    ['letters of a script without spaces are a phrase', [{ parts: ['桜', '井'], alternatives: [] }], "('桜' <-> '井')"],
    ['a quote can’t end a word', [word("o'b")], "'o''b':*"],
  ])('%s', (_, words, expected) => expect(tsqueryOf(words)).toBe(expected));

  it('is none when there is no word', () => expect(tsqueryOf([])).toBeUndefined());
});
