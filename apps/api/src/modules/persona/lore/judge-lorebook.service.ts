import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { PublishProblem } from '@troupe/contracts/http/creator-persona';
import { ModerationFacade } from '../../moderation/index.ts';
import { readDecorators } from '../lorebook/decorators.ts';
import { readEntry } from '../lorebook/edit-book.ts';
import { LORE_LIMITS } from '../lorebook/lore-limits.ts';
import type { StoredBook } from '../lorebook/stored-book.ts';
import { KeptObjectRepository } from './kept-object.repository.ts';

const REMEMBERED_MAX = 2_000;
/** Judged in one go: a few milliseconds. Whatever else this process does goes on between two of them. */
const WINDOW_CHARS = 16_000;
/** Entries that are named; whoever mends them meets the next ones. */
const NAMED_MAX = 20;

interface Text {
  entryId: string;
  name: string;
  content: string;
}
type Found = Omit<Text, 'content'>;
interface Verdict {
  blocked: Found[];
  mature: Found[];
}

/**
 * The rules of care over lorebooks, in memory. A book is judged once for what it holds: entries that stand together are judged together, because a prompt
 * may tell them so, and each by itself only where that finds something. 6 MB take 0.6 s, in slices.
 */
@Injectable()
export class JudgeLorebookService {
  /** By the book's hash, the one that was judged longest ago first. */
  private readonly judged = new Map<string, Promise<Verdict>>();

  constructor(
    private readonly moderation: ModerationFacade,
    private readonly objects: KeptObjectRepository,
  ) {}

  /** What its entries keep a persona from. */
  async problemsOf(personaId: string, key: string, isMature: boolean): Promise<PublishProblem[]> {
    const { blocked, mature } = await this.verdictOf(key, () => this.objects.findBook(personaId, key));
    const problem = (code: PublishProblem['code'], { entryId, name }: Found, what: string): PublishProblem => ({
      field: entryId === '' ? 'lorebook' : `lorebook.entries.${entryId}`,
      code,
      message: `${entryId === '' ? 'Read together, some lorebook entries' : `The lorebook entry “${name}”`} ${what}`,
    });
    const against = 'can’t stay as written: this goes against the content rules. Please rewrite it.';
    const adult =
      'can’t stay as written: this is for adults only. Mark your persona as mature, or write it differently.';
    return [
      ...blocked.map((found) => problem('content_blocked', found, against)),
      ...(isMature ? [] : mature.map((found) => problem('mature_not_marked', found, adult))),
    ];
  }

  /** Judges one that is not kept yet, so that nobody waits for it while a persona is locked. */
  async learn(key: string, book: StoredBook): Promise<void> {
    await this.verdictOf(key, async () => book);
  }

  private async verdictOf(key: string, read: () => Promise<StoredBook | undefined>): Promise<Verdict> {
    const known = this.judged.get(key);
    if (known !== undefined) return known;
    const judging = read().then((book) => {
      if (book === undefined) throw new Error(`lorebook ${key} is not there`);
      return this.judge(book);
    });
    this.judged.set(key, judging);
    const oldest = this.judged.size > REMEMBERED_MAX ? this.judged.keys().next() : undefined;
    if (oldest?.done === false) this.judged.delete(oldest.value);
    return judging.catch((error: unknown) => {
      this.judged.delete(key);
      throw error;
    });
  }

  private async judge(book: StoredBook): Promise<Verdict> {
    const verdict: Verdict = { blocked: [], mature: [] };
    for (const texts of windowsOf(book)) {
      // What is for nobody is looked for to the end: what is only for adults may be fine.
      if (verdict.blocked.length >= NAMED_MAX) break;
      const together = this.moderation.judgeWriting(texts.map(({ content }) => content).join('\n'));
      if (together !== 'allowed') this.judgeEach(texts, together, verdict);
      await turn();
    }
    return verdict;
  }

  private judgeEach(texts: readonly Text[], together: 'mature' | 'blocked', verdict: Verdict): void {
    let isFound = false;
    for (const { entryId, name, content } of texts) {
      const alone = this.moderation.judgeWriting(content);
      if (alone === 'allowed') continue;
      if (verdict[alone].length < NAMED_MAX) verdict[alone].push({ entryId, name });
      isFound ||= alone === together;
    }
    if (!isFound && verdict[together].length < NAMED_MAX) verdict[together].push({ entryId: '', name: '' });
  }
}

function* windowsOf(book: StoredBook): Generator<Text[]> {
  let window: Text[] = [];
  let chars = 0;
  for (const stored of book.entries) {
    const entry = readEntry(stored);
    const { id, name, comment, keys, content } = entry;
    // Longer ones are never told, and one alone could hold up everything else.
    if (content === '' || readDecorators(entry).text.length > LORE_LIMITS.contentCharsMax) continue;
    window.push({ entryId: id, name: (name || comment || keys[0] || id).slice(0, 80), content });
    chars += content.length;
    if (chars < WINDOW_CHARS) continue;
    yield window;
    window = [];
    chars = 0;
  }
  if (window.length > 0) yield window;
}
