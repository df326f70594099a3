import { Injectable } from '@nestjs/common';
import { type CompiledLorebook, compileSteps } from '../lorebook/compile-lorebook.ts';
import { inTurns } from '../lorebook/in-turns.ts';
import { toLoreBook } from '../lorebook/stored-book.ts';
import { changedMeanwhile } from '../studio/studio.errors.ts';
import { KeptObjectRepository } from './kept-object.repository.ts';

/** Of the books' JSON; compiled, each takes some three times as much. */
const KNOWN_BYTES_MAX = 32 * 1024 * 1024;
/** What even an empty one takes. */
const BOOK_BYTES_MIN = 4 * 1024;

interface Known {
  lorebook: CompiledLorebook;
  bytes: number;
}

/**
 * Lorebooks ready to be looked into, each compiled once for what it holds and for the name that stands in its keys: a persona that changes otherwise
 * needs no new one, and neither does an older version that comes back.
 */
@Injectable()
export class KnownLorebooks {
  /** The one that was used longest ago first. */
  private readonly known = new Map<string, Known>();
  private readonly coming = new Map<string, Promise<CompiledLorebook>>();
  private bytes = 0;

  constructor(private readonly objects: KeptObjectRepository) {}

  /** Throws `changed_meanwhile` for a key that nothing is kept under any more: the persona has another one since. */
  async find(personaId: string, key: string, name: string): Promise<CompiledLorebook> {
    const id = `${key} ${name}`;
    const known = this.known.get(id);
    if (known !== undefined) {
      this.known.delete(id);
      this.known.set(id, known);
      return known.lorebook;
    }
    // Messages that come while one is read and compiled wait for the same.
    const coming = this.coming.get(id) ?? this.compile(personaId, key, name).finally(() => this.coming.delete(id));
    this.coming.set(id, coming);
    return coming;
  }

  private async compile(personaId: string, key: string, name: string): Promise<CompiledLorebook> {
    const head = await this.objects.findHead(personaId, key);
    if (head === undefined) throw changedMeanwhile();
    const entries = await this.objects.findEntries(personaId, head.parts);
    const lorebook = await inTurns(compileSteps(toLoreBook({ ...head, entries }), name));
    this.remember(`${key} ${name}`, { lorebook, bytes: Math.max(head.sizeBytes, BOOK_BYTES_MIN) });
    return lorebook;
  }

  private remember(id: string, known: Known): void {
    this.known.set(id, known);
    this.bytes += known.bytes;
    for (const [oldest, { bytes }] of this.known) {
      if (this.bytes <= KNOWN_BYTES_MAX || oldest === id) break;
      this.known.delete(oldest);
      this.bytes -= bytes;
    }
  }
}
