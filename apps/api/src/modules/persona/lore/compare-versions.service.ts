import { Injectable } from '@nestjs/common';
import type { PersonaContent } from '@troupe/contracts/http/creator-persona';
import { diffPersonas, type FieldChange } from '@troupe/contracts/persona-diff';
import { diffBooks } from '../lorebook/diff-books.ts';
import { NO_BOOK, type StoredBook } from '../lorebook/stored-book.ts';
import { KeptObjectRepository } from './kept-object.repository.ts';

/** What two versions of a persona differ in, with what they know. */
@Injectable()
export class CompareVersionsService {
  constructor(private readonly objects: KeptObjectRepository) {}

  async changes(personaId: string, before: PersonaContent, after: PersonaContent): Promise<FieldChange[]> {
    return allChanges(before, after, await this.books(personaId, before.lorebookKey, after.lorebookKey));
  }

  /** The same for a content whose lorebook isn't kept yet. */
  async changesTo(
    personaId: string,
    before: PersonaContent,
    after: PersonaContent,
    book: StoredBook | null,
  ): Promise<FieldChange[]> {
    const { lorebookKey } = before;
    if (lorebookKey === after.lorebookKey) return allChanges(before, after, []);
    const old = lorebookKey === null ? undefined : await this.objects.findBook(personaId, lorebookKey);
    return allChanges(before, after, diffBooks(old ?? NO_BOOK, book ?? NO_BOOK));
  }

  /** Reads only the pieces that the two don't share. */
  private async books(personaId: string, before: string | null, after: string | null): Promise<FieldChange[]> {
    if (before === after) return [];
    const [old, now] = await Promise.all([this.head(personaId, before), this.head(personaId, after)]);
    const [inOld, inNow] = [new Set(old.parts), new Set(now.parts)];
    const only = async (book: typeof old, others: ReadonlySet<string>): Promise<StoredBook> => {
      const parts = book.parts.filter((hash) => !others.has(hash));
      return { ...book, entries: await this.objects.findEntries(personaId, parts) };
    };
    return diffBooks(await only(old, inNow), await only(now, inOld));
  }

  private async head(personaId: string, key: string | null) {
    const head = key === null ? undefined : await this.objects.findHead(personaId, key);
    return head ?? { card: NO_BOOK.card, own: NO_BOOK.own, parts: [] };
  }
}

function allChanges(before: PersonaContent, after: PersonaContent, books: readonly FieldChange[]): FieldChange[] {
  const said = diffPersonas(before, after).filter(({ field }) => field !== 'lorebookKey' && field !== 'cardKey');
  const card = (content: PersonaContent): string | null => (content.cardKey === null ? null : 'kept');
  const knowsAnotherCard = before.cardKey !== after.cardKey;
  return [
    ...said,
    ...books,
    ...(knowsAnotherCard ? [{ field: 'card', before: card(before), after: card(after) }] : []),
  ];
}
