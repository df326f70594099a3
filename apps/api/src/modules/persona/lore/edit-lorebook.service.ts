import { Injectable } from '@nestjs/common';
import type { PersonaStep } from '@troupe/contracts/http/creator-persona';
import type {
  LorebookChanges,
  LoreEntryAddition,
  LoreEntryEdit,
  LoreEntryMove,
  LoreSaved,
} from '@troupe/contracts/http/lorebook';
import { LIMITS } from '@troupe/contracts/limits';
import { AppError, notFound } from '../../../platform/errors/app-error.ts';
import * as edit from '../lorebook/edit-book.ts';
import { NO_BOOK, packBook, type StoredBook, type StoredEntry } from '../lorebook/stored-book.ts';
import { personaNotFound } from '../persona.policy.ts';
import { ChangePersonaService } from '../studio/change-persona.service.ts';
import { changedMeanwhile } from '../studio/studio.errors.ts';
import { StudioRepository } from '../studio/studio.repository.ts';
import { JudgeLorebookService } from './judge-lorebook.service.ts';
import { KeptObjectRepository } from './kept-object.repository.ts';
import { toEntry } from './lore.presenter.ts';

/** What an edit makes of a book; undefined when it names an entry that isn't there. `entry` is the one that it is about. */
type Edit = (book: StoredBook) => { book: StoredBook | undefined; entry?: StoredEntry | undefined };

const entryNotFound = (): AppError => notFound('This entry');

/**
 * Changes of a lorebook are changes of its persona, and go the same way: by its revision, through the checks of publishing, into its versions. Each throws
 * `not_found`, `changed_meanwhile`, `payload_too_large`, and of a published persona `persona_not_publishable`.
 */
@Injectable()
export class EditLorebookService {
  constructor(
    private readonly repository: StudioRepository,
    private readonly objects: KeptObjectRepository,
    private readonly judging: JudgeLorebookService,
    private readonly changing: ChangePersonaService,
  ) {}

  async change(creatorId: string, personaId: string, request: LorebookChanges): Promise<LoreSaved> {
    const { revision, note, ...changes } = request;
    return this.apply(creatorId, personaId, { revision, note }, (book) => ({ book: edit.changedBook(book, changes) }));
  }

  async add(creatorId: string, personaId: string, request: LoreEntryAddition): Promise<LoreSaved> {
    const entry = edit.newEntry(request.entry);
    return this.apply(creatorId, personaId, request, (book) => ({
      book: edit.withEntry(book, entry, request.beforeId ?? null),
      entry,
    }));
  }

  async save(creatorId: string, personaId: string, entryId: string, request: LoreEntryEdit): Promise<LoreSaved> {
    return this.apply(creatorId, personaId, request, (book) => {
      const before = book.entries.find(({ id }) => id === entryId);
      if (before === undefined) return { book: undefined };
      const entry = edit.changedEntry(before, request.entry);
      return { book: edit.replacedEntry(book, entry), entry };
    });
  }

  async remove(creatorId: string, personaId: string, entryId: string, step: PersonaStep): Promise<LoreSaved> {
    return this.apply(creatorId, personaId, step, (book) => ({ book: edit.withoutEntry(book, entryId) }));
  }

  async move(creatorId: string, personaId: string, request: LoreEntryMove): Promise<LoreSaved> {
    return this.apply(creatorId, personaId, request, (book) => ({
      book: edit.movedEntry(book, request.entryId, request.beforeId),
    }));
  }

  /** The whole of it, as if there had never been one. */
  async clear(creatorId: string, personaId: string, step: PersonaStep): Promise<LoreSaved> {
    const saved = await this.changing.change(creatorId, personaId, step, async (before) => ({
      ...before.content,
      lorebookKey: null,
    }));
    return { revision: saved.revision, entryCount: 0, entry: null, publishProblems: saved.problems };
  }

  /** Reads, edits and judges before the persona is locked; whoever saved meanwhile has another revision. */
  private async apply(
    creatorId: string,
    personaId: string,
    { revision, note }: PersonaStep,
    change: Edit,
  ): Promise<LoreSaved> {
    const persona = await this.repository.findOwn(creatorId, personaId);
    if (persona === undefined) throw personaNotFound();
    if (persona.revision !== revision) throw changedMeanwhile();
    const { lorebookKey } = persona.content;
    const before = lorebookKey === null ? NO_BOOK : await this.objects.findBook(personaId, lorebookKey);
    const { book, entry } = change(before ?? NO_BOOK);
    if (book === undefined) throw entryNotFound();
    const packed = packBook(book);
    requireSize(book, packed.sizeBytes);
    await this.judging.learn(packed.head.hash, book);
    const saved = await this.changing.change(creatorId, personaId, { revision, note }, async ({ content }, tx) => {
      await this.objects.putBook(tx, personaId, packed);
      return { ...content, lorebookKey: packed.head.hash };
    });
    return {
      revision: saved.revision,
      entryCount: book.entries.length,
      entry: entry === undefined ? null : toEntry(entry),
      publishProblems: saved.problems,
    };
  }
}

function requireSize(book: StoredBook, sizeBytes: number): void {
  if (book.entries.length > LIMITS.loreEntriesMax) {
    throw new AppError(
      'payload_too_large',
      `A lorebook has up to ${LIMITS.loreEntriesMax.toLocaleString('en')} entries`,
    );
  }
  if (sizeBytes > LIMITS.lorebookBytesMax) {
    throw new AppError('payload_too_large', `A lorebook may have up to ${LIMITS.lorebookBytesMax / 1024 / 1024} MB`);
  }
}
