import { buildPrompt } from '../../src/modules/chat/domain/build-prompt.ts';
import { expandMacros } from '../../src/modules/chat/domain/macros.ts';
import type { PromptInput } from '../../src/modules/chat/domain/prompt-input.ts';
import { bookFromCard } from '../../src/modules/persona/lorebook/card-book.ts';
import { compileLorebook } from '../../src/modules/persona/lorebook/compile-lorebook.ts';
import { placeEntries } from '../../src/modules/persona/lorebook/place-entries.ts';
import { scanLorebook } from '../../src/modules/persona/lorebook/scan-lorebook.ts';

const countTokens = (text: string): number => Math.ceil(text.length / 4);
const macros = { now: new Date(0), timeZone: 'UTC', pickSeed: 'c', randomSeed: 'r' };
const said = [{ role: 'user' as const, content: 'Tell me of the lamp' }] as const;

/** What the message path will do: scan, place, build. */
function promptOf(entries: object[], fanName: string, noteDepth?: number): string[] {
  const card = JSON.parse(JSON.stringify({ entries, extensions: {} }));
  const scan = scanLorebook({
    lorebook: compileLorebook(bookFromCard(card), 'Orla'),
    messages: said.map(({ content }, index) => ({ id: `m${index}`, text: content })),
    ...{ state: { started: [] }, budgetTokens: 1_000, seed: 'c:r', replyId: 'r' },
    countTokens: (text) => countTokens(`${text}\n\n`) + 4,
    expand: (text) => expandMacros(text, { ...macros, char: 'Orla', user: fanName }),
  });
  const input: PromptInput = {
    persona: { name: 'Orla', personality: 'Keeper.', scenario: '', exampleDialogue: [] },
    ...{ fan: { name: fanName }, turns: said, macros, budget: { promptTokensMax: 4_000, countTokens } },
    worldInfo: placeEntries(scan.active, noteDepth),
    authorsNote: { text: 'NOTE', depth: noteDepth ?? 4 },
  };
  return buildPrompt(input).turns.map(({ role, content }) => `${role}: ${content}`);
}
const entry = (content: string, position: number, more: object = {}) => ({
  ...{ keys: ['lamp'], content, enabled: true, insertion_order: 10, extensions: { position, depth: 0, ...more } },
});

describe('a lorebook’s place in the prompt', () => {
  it.each([
    ['before the character', 0, /^system: .*LORE[\s\S]*Keeper/],
    ['after the character', 1, /^system: [\s\S]*Keeper[\s\S]*LORE/],
    ['before the note', 2, /^system: LORE\n\nNOTE$/],
    ['after the note: before it, where our prompt has room', 3, /^system: LORE\n\nNOTE$/],
    ['at a depth', 4, /^system: LORE$/],
    ['before the examples: after the character', 5, /^system: [\s\S]*Keeper[\s\S]*LORE/],
    ['after the examples: the same', 6, /^system: [\s\S]*Keeper[\s\S]*LORE/],
  ])('%s', (_, position, place) => {
    const prompt = promptOf([entry('LORE', position)], 'Ann', 1);
    const found = prompt.filter((turn) => turn.includes('LORE'));
    expect(found).toHaveLength(1);
    expect(found[0]?.replace(/Write[\s\S]*?\*asterisks\*\.\n\n/, '').replace('You are Orla.\n\n', '')).toMatch(place);
  });

  it('nowhere, for an outlet', () => {
    expect(promptOf([entry('LORE', 7)], 'Ann').join()).not.toContain('LORE');
  });

  it('speaks as the system at a depth, whatever role the card gives it, after the last turn at depth 0', () => {
    const prompt = promptOf([entry('LORE', 4, { role: 2 })], 'Ann');
    expect(prompt.slice(-2)).toEqual(['user: Tell me of the lamp', 'system: LORE']);
  });

  it('stands in insertion order, lower first', () => {
    const entries = [{ ...entry('SECOND', 1), insertion_order: 20 }, entry('FIRST', 1)];
    expect(promptOf(entries, 'Ann')[0]).toMatch(/FIRST\n\nSECOND/);
  });

  it('has its macros expanded once: what a fan is called is never read for macros', () => {
    const prompt = promptOf([entry('{{user}} and {{char}}', 1)], '{{char}}');
    expect(prompt[0]).toContain('{{char}} and Orla');
  });
});
