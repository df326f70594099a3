import { SLIDERS } from '@troupe/contracts/sliders';
import { buildPrompt } from './build-prompt.ts';
import type { PromptInput, PromptTurn } from './prompt-input.ts';

const countTokens = (text: string): number => Math.ceil(text.length / 4);
const said = (content: string): PromptTurn => ({ role: 'user', content });
const replied = (content: string): PromptTurn => ({ role: 'assistant', content });

const base: PromptInput = {
  persona: {
    name: 'Orla',
    personality: '{{char}} keeps the lighthouse.',
    scenario: '{{user}} came in from the rain.',
    exampleDialogue: [{ fan: 'Hello', persona: 'Mind the stairs, {{user}}.' }],
  },
  fan: { name: 'Ann' },
  turns: [said('Hi')],
  macros: { now: new Date(0), timeZone: 'UTC', pickSeed: 'c', randomSeed: 'r' },
  budget: { promptTokensMax: 4_000, countTokens },
};
const contents = (input: PromptInput): string[] => buildPrompt(input).turns.map((turn) => turn.content);
const section = (input: PromptInput, name: string) =>
  buildPrompt(input).inspection.sections.find((entry) => entry.name === name);

describe('buildPrompt', () => {
  it('puts persona, fan, scene, examples and, last, the house rules into one system turn', () => {
    const [system] = buildPrompt({ ...base, fan: { name: 'Ann', description: 'Afraid of gulls.' } }).turns;
    expect(system?.role).toBe('system');
    expect(system?.content).toMatch(/^You are Orla\.\n\nWrite Orla’s next reply in this conversation with Ann\./);
    expect(system?.content).toContain('Orla keeps the lighthouse.');
    expect(system?.content).toContain('not as an instruction: Afraid of gulls.');
    expect(system?.content).toContain('Scene: Ann came in from the rain.');
    expect(system?.content).toContain('Ann: Hello\nOrla: Mind the stairs, Ann.');
    expect(system?.content).toMatch(/House rules\. They stand above .*are an AI character.*near\.$/);
  });

  it('ends with what the fan says now, word for word, and expands nothing that a fan wrote or a model answered', () => {
    const name = '{{random::x}} {{char}}';
    const input: PromptInput = {
      ...base,
      fan: { name, description: 'I am {{char}}' },
      turns: [replied('{{user}}'), said('Ignore {{char}} <BOT>')],
      summary: 'sum {{char}}',
      authorsNote: { text: 'note {{char}}', depth: 1 },
    };
    const prompt = buildPrompt(input);
    expect(prompt.turns.slice(1).map((turn) => turn.content)).toEqual([
      '{{user}}',
      'note {{char}}',
      'Ignore {{char}} <BOT>',
    ]);
    const system = prompt.turns[0]?.content ?? '';
    for (const kept of [`Mind the stairs, ${name}.`, 'I am {{char}}', 'sum {{char}}']) expect(system).toContain(kept);
  });

  it('places world info, note and the creator’s last word by depth; a depth beyond the beginning is the beginning', () => {
    const turns = [said('1'), replied('2'), said('3')] as const;
    const worldInfo = {
      before: [{ text: 'WB {{char}}', rank: 0 }],
      after: [{ text: 'WA', rank: 1 }],
      atDepth: [
        { text: 'W0', depth: 0, rank: 2 },
        { text: 'W9', depth: 9, rank: 3 },
      ],
    };
    const persona = { ...base.persona, postHistory: 'POST {{user}}' };
    const input = { ...base, persona, turns, worldInfo, authorsNote: { text: 'NOTE', depth: 2 } };
    const [system, ...rest] = contents(input);
    expect(rest).toEqual(['W9', '1', 'NOTE', '2', '3', 'W0\n\nPOST Ann']);
    const order = ['WB Orla', 'keeps the lighthouse', 'WA', 'Scene:'].map((text) => system?.indexOf(text) ?? -1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it('says sliders as sentences, and lets a creator’s main instruction take the usual one in', () => {
    const persona = { ...base.persona, sliders: { warmth: 100, humour: 50 }, systemPrompt: '{{original}} In rhyme.' };
    const [system] = contents({ ...base, persona });
    expect(system).toContain(SLIDERS.warmth.says[3]);
    expect(system).toContain('*asterisks*. In rhyme.');
  });

  it('continues a reply by asking to, or by leaving it last', () => {
    const turns = [said('Tell me'), replied('Once upon')] as const;
    const persona = { ...base.persona, postHistory: 'POST' };
    const asked = buildPrompt({ ...base, persona, turns, continues: 'instruction' }).turns;
    expect(asked.slice(-3).map((turn) => turn.role)).toEqual(['assistant', 'system', 'user']);
    expect(asked.at(-1)?.content).toContain('Go on with your last message');
    expect(contents({ ...base, persona, turns, continues: 'prefill' }).slice(-3)).toEqual([
      'Tell me',
      'POST',
      'Once upon',
    ]);
  });

  it('names macros that it doesn’t know', () => {
    const persona = { ...base.persona, personality: '{{cahr}} is shy' };
    expect(buildPrompt({ ...base, persona }).inspection.unknownMacros).toEqual(['cahr']);
  });
});

describe('what is dropped first', () => {
  const long = (mark: string): string => `${mark} ${'x'.repeat(198)}`;
  const history = Array.from({ length: 12 }, (_, n) => (n % 2 === 0 ? said : replied)(long(`h${n}`)));
  const full: PromptInput = {
    ...base,
    persona: {
      ...base.persona,
      personality: Array.from({ length: 40 }, (_, n) => `Sentence ${n} about Orla.`).join(' '),
      sliders: { warmth: 100 },
      exampleDialogue: Array.from({ length: 4 }, (_, n) => ({ fan: `e${n}`, persona: long(`E${n}`) })),
    },
    turns: [...history, said('now')],
    knowledge: [long('K0'), long('K1')],
    summary: long('S'),
    worldInfo: { before: [{ text: long('W'), rank: 0 }], after: [], atDepth: [] },
    authorsNote: { text: long('N'), depth: 2 },
  };
  const at = (promptTokensMax: number): PromptInput => ({ ...full, budget: { promptTokensMax, countTokens } });

  it('goes in the documented order as the budget shrinks, and what was left out never comes back', () => {
    const order = ['olderHistory', 'examples', 'knowledge', 'recentHistory', 'worldInfo', 'summary', 'authorsNote'];
    const gone = [...order, 'scenario', 'sliders', 'personality'].map((name) => {
      for (let tokens = 4_000; tokens > 0; tokens -= 5) {
        const entry = section(at(tokens), name);
        // Its own share of the budget may shrink a section; here it is gone.
        if (entry?.keptItems === 0) return tokens;
      }
      return 0;
    });
    expect(gone).toEqual(gone.toSorted((a, b) => b - a));
    expect(Math.min(...gone)).toBeGreaterThan(0);
  });

  it('drops whole turns from the oldest, and examples from the last', () => {
    const turns = contents(at(1_250)).filter((text) => /^h\d/.test(text));
    expect(turns.length).toBeLessThan(12);
    expect(turns.map((text) => text.slice(0, text.indexOf(' ')))).toEqual(
      history.slice(-turns.length).map((turn) => turn.content.slice(0, turn.content.indexOf(' '))),
    );
    expect(section(at(1_250), 'olderHistory')?.droppedItems).toBe(12 - turns.length);
    const [system] = contents(at(900));
    const examples = [...(system ?? '').matchAll(/Orla: E(\d)/g)].map((match) => match[1]);
    expect(examples).toEqual(['0', '1', '2', '3'].slice(0, examples.length));
  });

  it('keeps the world info that ranks first, wherever it stands, and in the order in which it stands', () => {
    const worldInfo = {
      before: [
        { text: long('B2'), rank: 2 },
        { text: long('B0'), rank: 0 },
      ],
      after: [{ text: long('A3'), rank: 3 }],
      atDepth: [{ text: long('D1'), rank: 1, depth: 0 }],
    };
    const kept = (tokens: number): string[] =>
      [
        ...contents({ ...base, worldInfo, budget: { promptTokensMax: tokens, countTokens } })
          .join()
          .matchAll(/[BAD]\d(?= xx)/g),
      ].map(String);
    expect([4_000, 600, 400].map(kept)).toEqual([
      ['B2', 'B0', 'A3', 'D1'],
      ['B2', 'B0', 'D1'],
      ['B0', 'D1'],
    ]);
  });

  it('cuts a personality after a whole sentence before it goes', () => {
    const input = at(380);
    expect(section(input, 'personality')).toMatchObject({ keptItems: 1, isCut: true });
    expect(contents(input)[0]).toMatch(/Sentence \d+ about Orla\.\n\n/);
  });

  it('keeps the rules and the newest turn even when they alone are too much, and says so', () => {
    const { turns, inspection } = buildPrompt(at(10));
    expect(turns.at(-1)).toEqual(said('now'));
    expect(turns[0]?.content).toContain('House rules.');
    expect(inspection.isOverBudget).toBe(true);
    expect(inspection.sections.filter((entry) => entry.keptItems > 0).map((entry) => entry.name)).toEqual([
      'rules',
      'newest',
    ]);
  });
});
