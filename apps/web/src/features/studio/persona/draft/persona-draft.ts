import type {
  OwnPersona,
  PersonaChanges,
  PersonaContent,
  PublishProblem,
} from '@troupe/contracts/http/creator-persona';
import { publishProblems } from '@troupe/contracts/http/creator-persona';
import { errorCodeOf } from '../../../../lib/errors';
import type { FieldChanges, PersonaField } from './wire';
import { changedFields, contractProblems, pick, toWire } from './wire';

/** What a draft needs of the API. */
export interface DraftApi {
  persona: (id: string) => Promise<OwnPersona>;
  savePersona: (id: string, body: PersonaChanges) => Promise<OwnPersona>;
}

/** Two devices wrote into the same fields: somebody has to choose. */
export interface Clash {
  fields: readonly PersonaField[];
  theirs: PersonaContent;
}

export interface DraftView {
  /** As the API last said it is. */
  persona: OwnPersona;
  /** As it stands in the form. */
  content: PersonaContent;
  state: 'saved' | 'unsaved' | 'saving' | 'failed' | 'clash';
  /** What the last save failed with. */
  failure: unknown;
  clash: Clash | null;
  /** Fields that came from elsewhere while this form was open. */
  merged: readonly PersonaField[];
  /** What is wrong by the contract, by place: these fields wait unsaved. */
  invalid: ReadonlyMap<string, string>;
}

interface Options {
  /** How long after the last change it is saved; null where somebody presses Save, because fans meet it at once. */
  autosaveMs: number | null;
}

/** The line is down or the house is busy: what couldn't be saved is tried again after so long. */
const RETRY_MS = 5_000;
const PASSING = ['network', 'timeout', 'busy', 'shutting_down', 'rate_limited'];
/** Somebody else saves as often as we do: then it is theirs or ours to choose. */
const MERGES_MAX = 3;

/** A persona in a form: what was changed is saved a moment later, to the revision that it was changed from; what was saved elsewhere meanwhile is merged. */
export class PersonaDraft {
  private view: DraftView;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<boolean> | null = null;

  private readonly api: DraftApi;
  private readonly options: Options;

  constructor(api: DraftApi, persona: OwnPersona, options: Options) {
    this.api = api;
    this.options = options;
    const rest = { failure: null, clash: null, merged: [], invalid: new Map() };
    this.view = { persona, content: persona.content, state: 'saved', ...rest };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): DraftView => this.view;

  /** Fields that differ from what is saved. */
  unsaved(): PersonaField[] {
    return changedFields(this.view.persona.content, toWire(this.view.content));
  }

  readonly set = (changes: FieldChanges): void => {
    this.show({ content: { ...this.view.content, ...changes } });
    const fields = this.unsaved();
    if (this.view.state !== 'saving' && this.view.state !== 'clash') {
      this.show({ state: fields.length === 0 ? 'saved' : 'unsaved' });
    }
    if (fields.length > 0 && this.options.autosaveMs !== null) this.saveIn(this.options.autosaveMs);
  };

  /** Saves now what can be saved; true when nothing is left unsaved. `note` says why, in the history. */
  readonly flush = async (note?: string): Promise<boolean> => {
    clearTimeout(this.timer);
    // One after the other: each needs the revision that the one before made.
    while (this.running !== null) await this.running;
    this.running = this.save(note, 0).finally(() => {
      this.running = null;
    });
    return this.running;
  };

  /** What the API answered to something else than a save, publishing for instance. */
  readonly adopt = (persona: OwnPersona): void => {
    const mine = this.unsaved();
    const theirs = changedFields(this.view.persona.content, persona.content).filter((field) => !mine.includes(field));
    this.take(persona, theirs, { state: mine.length === 0 ? 'saved' : 'unsaved', failure: null });
  };

  readonly keepMine = (): Promise<boolean> => {
    this.show({ clash: null, state: 'unsaved' });
    return this.flush();
  };

  readonly takeTheirs = (): Promise<boolean> => {
    const { clash, content } = this.view;
    if (clash === null) return this.flush();
    this.show({ content: { ...content, ...pickLocal(clash.theirs, clash.fields) }, clash: null, state: 'unsaved' });
    return this.flush();
  };

  /** Leaves nothing behind. */
  readonly close = (): void => clearTimeout(this.timer);

  private saveIn(delayMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), delayMs);
  }

  private async save(note: string | undefined, merges: number): Promise<boolean> {
    if (this.view.clash !== null) return false;
    const wire = toWire(this.view.content);
    const fields = this.unsaved();
    const sent = fields.filter((field) => !this.isInvalid(field));
    if (sent.length === 0) {
      this.show({ state: fields.length === 0 ? 'saved' : 'unsaved' });
      return fields.length === 0;
    }
    this.show({ state: 'saving', failure: null });
    const { id, revision } = this.view.persona;
    try {
      const body = { ...pick(wire, sent), revision, ...(note !== undefined && { note }) };
      return this.saved(await this.api.savePersona(id, body), wire, sent);
    } catch (error) {
      if (errorCodeOf(error) === 'changed_meanwhile' && merges < MERGES_MAX) return this.merge(note, merges + 1);
      this.fail(error);
      return false;
    }
  }

  /** Takes the answer: what is in the form stays as it was written, and what the API made of it beyond that (a picture's colour) comes in. */
  private saved(persona: OwnPersona, wire: PersonaContent, sent: readonly PersonaField[]): boolean {
    const expected = { ...this.view.persona.content, ...pickLocal(wire, sent) };
    const meanwhile = changedFields(wire, toWire(this.view.content));
    const added = changedFields(expected, persona.content).filter((field) => !meanwhile.includes(field));
    this.take(persona, added, { failure: null });
    const left = this.unsaved();
    this.show({ state: left.length === 0 ? 'saved' : 'unsaved' });
    // Written while it was on its way; what can't be saved waits for its next change.
    if (left.some((field) => !this.isInvalid(field)) && this.options.autosaveMs !== null) {
      this.saveIn(this.options.autosaveMs);
    }
    return left.length === 0;
  }

  /** Reads what the other device saved. Different fields go together; in the same ones somebody has to choose. */
  private async merge(note: string | undefined, merges: number): Promise<boolean> {
    const { persona: base, content } = this.view;
    const mine = this.unsaved();
    let theirs: OwnPersona;
    try {
      theirs = await this.api.persona(base.id);
    } catch (error) {
      this.fail(error);
      return false;
    }
    const changedThere = changedFields(base.content, theirs.content);
    const wire = toWire(content);
    const both = changedFields(wire, theirs.content).filter(
      (field) => mine.includes(field) && changedThere.includes(field),
    );
    const merged = changedThere.filter((field) => !mine.includes(field));
    this.take(theirs, merged, { merged });
    if (both.length === 0) return this.save(note, merges);
    this.show({ clash: { fields: both, theirs: theirs.content }, state: 'clash' });
    return false;
  }

  /** Only these fields of it come into the form: in the others somebody may be writing, and rows that are blank yet are nowhere else. */
  private take(persona: OwnPersona, fields: readonly PersonaField[], change: Partial<DraftView>): void {
    this.show({ ...change, persona, content: { ...this.view.content, ...pickLocal(persona.content, fields) } });
  }

  private fail(error: unknown): void {
    const problems = problemsIn(error);
    const { persona } = this.view;
    this.show({ state: 'failed', failure: error, ...(problems && { persona: { ...persona, problems } }) });
    if (PASSING.includes(errorCodeOf(error)) && this.options.autosaveMs !== null) this.saveIn(RETRY_MS);
  }

  private isInvalid(field: PersonaField): boolean {
    return [...this.view.invalid.keys()].some((place) => place.split('.')[0] === field);
  }

  private show(change: Partial<DraftView>): void {
    this.view = { ...this.view, ...change };
    if (change.content !== undefined || change.persona !== undefined) {
      this.view.invalid = contractProblems(toWire(this.view.content), this.unsaved());
    }
    for (const listener of this.listeners) listener();
  }
}

function pickLocal(content: PersonaContent, fields: readonly PersonaField[]): FieldChanges {
  return Object.fromEntries(fields.map((field) => [field, content[field]]));
}

function problemsIn(error: unknown): PublishProblem[] | null {
  if (errorCodeOf(error) !== 'persona_not_publishable') return null;
  if (typeof error !== 'object' || error === null || !('details' in error)) return null;
  const found = publishProblems.safeParse(error.details);
  return found.success ? found.data.problems : null;
}
