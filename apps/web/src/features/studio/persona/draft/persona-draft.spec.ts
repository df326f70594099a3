import type { OwnPersona, PersonaChanges, PersonaContent } from '@troupe/contracts/http/creator-persona';
import type { DraftApi } from './persona-draft';
import { PersonaDraft } from './persona-draft';
import { contractProblems, keptIndex, toWire } from './wire';

const CONTENT: PersonaContent = {
  ...{
    name: 'Osk',
    hook: '',
    description: '',
    looks: '',
    category: 'other',
    tags: [],
    mature: false,
    pictureKey: null,
  },
  ...{ hueDegrees: 40, personality: '', scenario: '', sliders: {}, systemPrompt: '', postHistory: '', greeting: '' },
  ...{ alternativeGreetings: [], exampleDialogue: [], starters: [], voice: {}, lorebookKey: null, cardKey: null },
  nickname: '',
  price: { kind: 'flat', priceMicrocoins: 2_000_000 },
};
const PERSONA: OwnPersona = {
  ...{ id: 'p', slug: 'draft-p', status: 'draft', revision: 1, chatCount: 0, portrait: [], publishedAt: null },
  ...{ createdAt: '2026-11-21T10:00:00Z', content: CONTENT, sliderSentences: [], problems: [] },
};

/** One persona that any number of devices save, by the API's rule: only to the revision that it has. */
function house(): DraftApi & { saves: PersonaChanges[]; now: OwnPersona } {
  const api = {
    now: PERSONA,
    saves: [] as PersonaChanges[],
    persona: async () => api.now,
    savePersona: async (_: string, body: PersonaChanges) => {
      const { revision, note: _note, ...changes } = body;
      if (revision !== api.now.revision) throw { code: 'changed_meanwhile' };
      api.saves.push(body);
      const content = { ...api.now.content, ...changes } as PersonaContent;
      api.now = { ...api.now, revision: revision + 1, content };
      return api.now;
    },
  };
  return api;
}

const open = (api: DraftApi) => new PersonaDraft(api, PERSONA, { autosaveMs: null });

describe('a persona in a form', () => {
  it('sends what changed, once, without margins and blank rows', async () => {
    const api = house();
    const draft = open(api);
    draft.set({ hook: ' A lamp. ', starters: ['', 'Good evening'] });
    expect(draft.read().state).toBe('unsaved');
    await expect(draft.flush()).resolves.toBe(true);
    expect(api.saves).toEqual([{ hook: 'A lamp.', starters: ['Good evening'], revision: 1 }]);
    await draft.flush();
    expect(api.saves).toHaveLength(1);
    expect(draft.read()).toMatchObject({ state: 'saved', content: { hook: ' A lamp. ' } });
  });

  it('keeps back what the contract refuses, and saves the rest', async () => {
    const api = house();
    const draft = open(api);
    draft.set({ hook: 'x'.repeat(141), looks: 'Tall.' });
    await expect(draft.flush()).resolves.toBe(false);
    expect(api.saves).toEqual([{ looks: 'Tall.', revision: 1 }]);
    expect(draft.read().invalid.get('hook')).toBe('At most 140 characters.');
  });

  it('leaves what is written meanwhile alone, blank rows too, and takes what the API adds', async () => {
    const api = house();
    const { savePersona } = api;
    const draft = open({
      ...api,
      savePersona: async (id, body) => {
        draft.set({ starters: ['', ''], looks: 'Tall.' });
        return savePersona(id, { ...body, hueDegrees: 200 });
      },
    });
    draft.set({ pictureKey: `uploads/${'0'.repeat(32)}` });
    await expect(draft.flush()).resolves.toBe(false);
    expect(draft.read().content).toMatchObject({ starters: ['', ''], looks: 'Tall.', hueDegrees: 200 });
    expect(draft.unsaved()).toEqual(['looks']);
  });

  it('merges what another device saved into other fields', async () => {
    const api = house();
    const [here, there] = [open(api), open(api)];
    there.set({ looks: 'Short.' });
    await there.flush();
    here.set({ hook: 'A lamp.' });
    await expect(here.flush()).resolves.toBe(true);
    expect(here.read()).toMatchObject({
      state: 'saved',
      merged: ['looks'],
      content: { looks: 'Short.', hook: 'A lamp.' },
    });
    expect(api.now.revision).toBe(3);
  });

  it.each([
    { choice: 'keepMine', hook: 'Mine.' },
    { choice: 'takeTheirs', hook: 'Theirs.' },
  ] as const)('asks when both wrote into one field: $choice', async ({ choice, hook }) => {
    const api = house();
    const [here, there] = [open(api), open(api)];
    there.set({ hook: 'Theirs.' });
    await there.flush();
    here.set({ hook: 'Mine.', looks: 'Tall.' });
    await expect(here.flush()).resolves.toBe(false);
    expect(here.read()).toMatchObject({ state: 'clash', clash: { fields: ['hook'] } });
    // Nothing is decided behind anybody's back.
    await expect(here.flush()).resolves.toBe(false);
    await expect(here[choice]()).resolves.toBe(true);
    expect(api.now.content).toMatchObject({ hook, looks: 'Tall.' });
  });

  it('shows what keeps a published persona from being saved', async () => {
    const problems = [{ field: 'hook', code: 'content_blocked', message: 'Rewrite it.' }];
    const api = {
      ...house(),
      savePersona: () => Promise.reject({ code: 'persona_not_publishable', details: { problems } }),
    };
    const draft = open(api);
    draft.set({ hook: 'Bad.' });
    await draft.flush();
    expect(draft.read()).toMatchObject({ state: 'failed', persona: { problems }, content: { hook: 'Bad.' } });
  });
});

describe('what goes over the line', () => {
  it('finds the place of a row among those that are kept', () => {
    expect(['', 'a', ' ', 'b'].map((_, index, rows) => keptIndex(rows, index))).toEqual([null, 0, null, 1]);
  });

  it('says in words what half a dialogue lacks', () => {
    const wire = toWire({ ...CONTENT, exampleDialogue: [{ fan: 'Hello', persona: ' ' }] });
    expect([...contractProblems(wire, ['exampleDialogue'])]).toEqual([
      ['exampleDialogue.0.persona', 'There has to be something here.'],
    ]);
  });
});
