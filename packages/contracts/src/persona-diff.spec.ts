import type { PersonaContent } from './http/creator-persona.ts';
import { diffPersonas } from './persona-diff.ts';

const BASE: PersonaContent = {
  name: 'Orla',
  hook: 'Keeps the light.',
  description: '',
  looks: '',
  category: 'other',
  tags: ['cosy'],
  mature: false,
  pictureKey: null,
  hueDegrees: 100,
  personality: 'Calm.',
  scenario: '',
  sliders: { warmth: 80, humour: 20 },
  systemPrompt: '',
  postHistory: '',
  greeting: 'Come in.',
  alternativeGreetings: ['Ahoy.'],
  exampleDialogue: [{ fan: 'Hi', persona: 'Mind the stairs.' }],
  starters: [],
  voice: {},
  price: { kind: 'flat', priceMicrocoins: 2_000_000 },
  lorebookKey: null,
  cardKey: null,
  nickname: '',
};

describe('diffPersonas', () => {
  it('finds nothing in the same, whatever order its keys are in', () => {
    const same = {
      ...BASE,
      sliders: { humour: 20, warmth: 80 },
      exampleDialogue: [{ persona: 'Mind the stairs.', fan: 'Hi' }],
    };
    expect(diffPersonas(BASE, same)).toEqual([]);
  });

  it('names each field, and each part of what people change in parts', () => {
    const after: PersonaContent = {
      ...BASE,
      name: 'Orla Quinn',
      tags: ['cosy', 'sea'],
      sliders: { warmth: 90 },
      alternativeGreetings: ['Ahoy.', 'You again.'],
      exampleDialogue: [],
      price: { kind: 'flat', priceMicrocoins: 3_000_000 },
    };
    expect(diffPersonas(BASE, after)).toEqual([
      { field: 'name', before: 'Orla', after: 'Orla Quinn' },
      { field: 'tags', before: ['cosy'], after: ['cosy', 'sea'] },
      { field: 'sliders.warmth', before: 80, after: 90 },
      { field: 'sliders.humour', before: 20, after: null },
      { field: 'alternativeGreetings.1', before: null, after: 'You again.' },
      { field: 'exampleDialogue.0', before: { fan: 'Hi', persona: 'Mind the stairs.' }, after: null },
      { field: 'price.priceMicrocoins', before: 2_000_000, after: 3_000_000 },
    ]);
  });

  it('is the same backwards, with both sides exchanged', () => {
    const after = { ...BASE, mature: true, sliders: {} };
    const swapped = diffPersonas(after, BASE).map(({ field, before, after: then }) => ({
      field,
      before: then,
      after: before,
    }));
    expect(swapped).toEqual(diffPersonas(BASE, after));
  });
});
