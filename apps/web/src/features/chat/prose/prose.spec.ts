import fc from 'fast-check';
import { isPlainProse, parseProse, spokenText, wholeWords } from './prose';

const marked = (text: string, growing = false) =>
  parseProse(text, growing)
    .map((runs) =>
      runs.map(({ text, action, strong }) => `${action ? '<i>' : ''}${strong ? '<b>' : ''}${text}`).join('|'),
    )
    .join('¶');

describe('prose', () => {
  it('tells actions from speech', () => {
    expect(marked('*leans in* Tell me.')).toBe('<i>leans in| Tell me.');
    expect(marked('_whispers_ **Now.**')).toBe('<i>whispers| |<b>Now.');
  });

  it('splits paragraphs and keeps single line breaks', () => {
    expect(marked('One\ntwo\n\nthree')).toBe('One\ntwo¶three');
  });

  it('leaves arithmetic, lone marks and names with underscores alone', () => {
    expect(marked('2 * 3 * 4')).toBe('2 * 3 * 4');
    expect(marked('so *close')).toBe('so |*close');
    expect(marked('a file_name_here')).toBe('a file_name_here');
  });

  it('styles an open action while the text still grows, so that nothing reflows when it closes', () => {
    expect(marked('*leans in and', true)).toBe('<i>leans in and');
  });

  it('hands everything richer to the Markdown renderer', () => {
    for (const text of ['# Title', '- one', '1. one', '> said', '`code`', '[a](https://b.example)', '![x](y)', '---']) {
      expect(isPlainProse(text)).toBe(false);
    }
    expect(isPlainProse('*bows* Good evening. <3')).toBe(true);
  });

  it('never loses a character that is not a mark, and takes a hostile text in one pass', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('*', '**', '_', 'a', ' ', '<', '\n')), (parts) => {
        const text = parts.join('');
        const bare = (value: string) => value.replace(/[*_\s]/g, '');
        expect(
          bare(
            parseProse(text)
              .flat()
              .map((run) => run.text)
              .join(''),
          ),
        ).toBe(bare(text));
      }),
    );
    const started = performance.now();
    parseProse('*a'.repeat(8_000));
    isPlainProse('['.repeat(16_000));
    expect(performance.now() - started).toBeLessThan(200);
  });

  it('speaks without marks and grows by whole words', () => {
    expect(spokenText('*bows*\n\n**Hello**')).toBe('bows Hello');
    expect(wholeWords('Good eve')).toBe('Good ');
    expect(wholeWords('日本語のテキスト')).toBe('日本語のテキスト');
  });
});
