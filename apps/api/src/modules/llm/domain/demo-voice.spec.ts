import { composeDemoReply } from './demo-voice.ts';
import type { ChatTurn } from './provider.ts';

const flavour = {
  name: 'Orla',
  greeting: 'The lamp is lit.',
  lines: ['The tide keeps its own calendar.', 'I count ships at night. Seven so far.', 'Soup helps with storms.'],
};
const ask = (turns: ChatTurn[]): string => composeDemoReply({ turns, maxTokens: 100, flavour });

describe('composeDemoReply', () => {
  it('says the same thing to the same conversation', () => {
    const turns: ChatTurn[] = [{ role: 'user', content: 'hello there' }];
    expect(ask(turns)).toBe(ask(turns));
  });

  it('starts with the line that is closest to what was said', () => {
    expect(ask([{ role: 'user', content: 'Do you like soup when storms come?' }])).toMatch(/^Soup helps with storms\./);
  });

  it('does not repeat a line while others are left', () => {
    const turns: ChatTurn[] = [
      { role: 'assistant', content: 'Soup helps with storms.' },
      { role: 'user', content: 'soup and storms again' },
    ];
    expect(ask(turns)).not.toContain('Soup helps');
  });

  it('falls back on the greeting when the persona has no example lines', () => {
    const bare = { ...flavour, lines: [] };
    expect(composeDemoReply({ turns: [{ role: 'user', content: 'hi' }], maxTokens: 10, flavour: bare })).toBe(
      'The lamp is lit.',
    );
  });
});
