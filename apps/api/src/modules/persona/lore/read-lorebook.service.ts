import { Injectable } from '@nestjs/common';
import { charNameOf } from '@troupe/contracts/char-name';
import type { Lorebook, LoreEntryAnswer, LoreLine, LoreLinesPage } from '@troupe/contracts/http/lorebook';
import { LIMITS } from '@troupe/contracts/limits';
import { z } from 'zod';
import { notFound } from '../../../platform/errors/app-error.ts';
import { decodeCursor, encodeCursor } from '../../../platform/ids/cursor.ts';
import type { CompiledLorebook } from '../lorebook/compile-lorebook.ts';
import { type BookHead, NO_BOOK, type StoredEntry, toLoreBook } from '../lorebook/stored-book.ts';
import { personaNotFound } from '../persona.policy.ts';
import { StudioRepository, type WrittenPersona } from '../studio/studio.repository.ts';
import { KeptObjectRepository } from './kept-object.repository.ts';
import { KnownLorebooks } from './known-lorebooks.service.ts';
import { toEntry, toLine } from './lore.presenter.ts';

type Head = BookHead & { parts: readonly string[] };
const NO_HEAD: Head = { ...NO_BOOK, counts: [], sizeBytes: 0, parts: [] };
/** A place in a book. It is a place and no entry: while somebody reads on, the book may have changed. */
const linePosition = z.object({ index: z.int() });

export interface LinesQuery {
  cursor?: string | undefined;
  limit: number;
  q?: string | undefined;
}

/** Lorebooks as their creators see them. Throws `not_found` for a persona that isn't theirs. */
@Injectable()
export class ReadLorebookService {
  constructor(
    private readonly repository: StudioRepository,
    private readonly objects: KeptObjectRepository,
    private readonly known: KnownLorebooks,
  ) {}

  async head(creatorId: string, personaId: string): Promise<Lorebook> {
    const persona = await this.find(creatorId, personaId);
    const head = await this.headOf(persona);
    const { name, description, settings } = toLoreBook({ ...head, entries: [] });
    const compiled = await this.compiledOf(persona);
    return {
      ...{ revision: persona.revision, name, description, settings, sizeBytes: head.sizeBytes },
      entryCount: head.counts.reduce((sum, count) => sum + count, 0),
      problems: (compiled?.problems ?? []).slice(0, LIMITS.loreNamedMax),
    };
  }

  /** In the order of the book; with `q` those that have it in a name, a key or the text. Without, only the pieces that are shown are read. */
  async lines(creatorId: string, personaId: string, { cursor, limit, q }: LinesQuery): Promise<LoreLinesPage> {
    const persona = await this.find(creatorId, personaId);
    const head = await this.headOf(persona);
    const from = cursor === undefined ? 0 : decodeCursor(linePosition, cursor).index;
    const found: { index: number; line: LoreLine }[] = [];
    let index = 0;
    for (const [at, hash] of head.parts.entries()) {
      const count = head.counts[at] ?? 0;
      if (index + count > from) {
        const entries = await this.objects.findEntries(personaId, [hash]);
        for (const [place, entry] of entries.entries()) {
          if (index + place < from || !matches(entry, q)) continue;
          found.push({ index: index + place, line: toLine(entry) });
        }
      }
      index += count;
      if (found.length > limit) break;
    }
    const next = found[limit];
    const items = found.slice(0, limit).map(({ line }) => line);
    return { items, nextCursor: next === undefined ? null : encodeCursor({ index: next.index }) };
  }

  async entry(creatorId: string, personaId: string, entryId: string): Promise<LoreEntryAnswer> {
    const head = await this.headOf(await this.find(creatorId, personaId));
    const entry = (await this.objects.findEntries(personaId, head.parts)).find(({ id }) => id === entryId);
    if (entry === undefined) throw notFound('This entry');
    return toEntry(entry);
  }

  /** Ready to be looked into; undefined without one. */
  async compiled(
    creatorId: string,
    personaId: string,
  ): Promise<{ name: string; lorebook: CompiledLorebook | undefined }> {
    const persona = await this.find(creatorId, personaId);
    return { name: charNameOf(persona.content), lorebook: await this.compiledOf(persona) };
  }

  private async find(creatorId: string, personaId: string): Promise<WrittenPersona> {
    const persona = await this.repository.findOwn(creatorId, personaId);
    if (persona === undefined) throw personaNotFound();
    return persona;
  }

  private async headOf({ id, content }: WrittenPersona): Promise<Head> {
    if (content.lorebookKey === null) return NO_HEAD;
    return (await this.objects.findHead(id, content.lorebookKey)) ?? NO_HEAD;
  }

  private async compiledOf({ id, content }: WrittenPersona): Promise<CompiledLorebook | undefined> {
    if (content.lorebookKey === null) return undefined;
    return this.known.find(id, content.lorebookKey, charNameOf(content));
  }
}

function matches(entry: StoredEntry, q: string | undefined): boolean {
  const wanted = (q ?? '').trim().toLowerCase();
  if (wanted === '') return true;
  const { name, comment, keys, secondaryKeys, content } = toEntry(entry);
  return [name, comment, content, ...keys, ...secondaryKeys].some((text) => text.toLowerCase().includes(wanted));
}
