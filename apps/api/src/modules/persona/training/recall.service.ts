import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { InjectEnv } from '../../../platform/config/config.module.ts';
import type { Env } from '../../../platform/config/env.ts';
import { IndexKeys } from './index-keys.ts';
import { bucketOf } from './search/blind-index.ts';
import { type Candidate, CandidatesRepository } from './search/candidates.repository.ts';
import { type AskedTerm, askedTerms, smallTerms } from './search/question.ts';
import { type RankedInput, rankPassages } from './search/rank-passages.ts';
import { TrainingVault } from './training-vault.ts';

/** Some 1,000 tokens; the prompt's own budget cuts further. */
const PASSAGES_MAX = 5;
/** Read before they are believed: each takes a tenth of a millisecond. */
const CANDIDATES_MAX = 12;
/** A skeleton finds a mistyped word, and others that look like it. */
const SKELETON_WEIGHT = 0.3;

/** A passage of training data. */
export interface Passage {
  fileId: string;
  number: number;
  text: string;
}

/** Who is to remember: a persona that has as many passages, of which `isForAdults` may see all. */
export interface Knowing {
  personaId: string;
  trainedPassages: number;
  isForAdults: boolean;
}

/** Finds what a persona's training data says to a question. */
@Injectable()
export class RecallService {
  private readonly logger = new Logger('TrainingData');

  constructor(
    private readonly indexKeys: IndexKeys,
    private readonly candidates: CandidatesRepository,
    private readonly vault: TrainingVault,
    @InjectEnv() private readonly env: Env,
  ) {}

  /**
   * What bears on `asked`, the best first; `before` is what was said before it, the newest first. Never throws, and takes no longer than it may: what fails or is late is
   * logged, and answered with nothing.
   */
  async recall(knowing: Knowing, asked: string, before: readonly string[]): Promise<readonly Passage[]> {
    if (knowing.trainedPassages === 0 || !this.vault.isOpen) return [];
    const said = askedTerms(asked, before);
    // Who knows more pays no read for small talk.
    const terms = said.length === 0 && knowing.trainedPassages <= PASSAGES_MAX ? smallTerms(asked) : said;
    if (terms.length === 0) return [];
    const { RECALL_TIMEOUT_MS: timeoutMs } = this.env;
    const late = new AbortController();
    try {
      const found = this.search(knowing, terms);
      // A reply that waits for longer would be worse than one that knows less.
      const tooLate = delay(timeoutMs, undefined, { signal: late.signal, ref: false }).then(() => {
        throw new Error(`it took longer than ${timeoutMs} ms`);
      });
      return await Promise.race([found, tooLate]);
    } catch (error) {
      const why = error instanceof Error ? error.message : 'unknown';
      this.logger.warn(`persona ${knowing.personaId} answers without its training data: ${why}`);
      return [];
    } finally {
      late.abort();
    }
  }

  private async search(knowing: Knowing, terms: readonly AskedTerm[]): Promise<Passage[]> {
    const { personaId, trainedPassages: passageCount, isForAdults } = knowing;
    const indexKey = await this.indexKeys.find(personaId);
    if (indexKey === undefined) return [];
    const bucketsOf = new Map(
      terms.map((term) => [term, { stem: bucketOf(indexKey, term.stem), skeleton: skeletonBucket(indexKey, term) }]),
    );
    const buckets = new Map<number, number>();
    for (const [{ weight }, { stem, skeleton }] of bucketsOf) {
      if (skeleton !== undefined) buckets.set(skeleton, Math.max(buckets.get(skeleton) ?? 0, weight * SKELETON_WEIGHT));
      buckets.set(stem, Math.max(buckets.get(stem) ?? 0, weight));
    }
    const found = await this.candidates.find({ personaId, passageCount, isForAdults, buckets, limit: CANDIDATES_MAX });
    const rarityIn = (candidate: Candidate) => (term: AskedTerm) => {
      const { stem, skeleton } = bucketsOf.get(term) ?? {};
      return candidate.rarities.get(stem ?? -1) ?? candidate.rarities.get(skeleton ?? -1) ?? 0;
    };
    const readable = found.flatMap((candidate): RankedInput<Passage>[] => {
      const text = this.read(personaId, candidate);
      if (text === undefined) return [];
      const { fileId, number } = candidate;
      return [{ passage: { fileId, number, text }, text, rarityOf: rarityIn(candidate) }];
    });
    return rankPassages(terms, readable, PASSAGES_MAX);
  }

  /** Undefined for what doesn't open: the others still do. */
  private read(personaId: string, candidate: Candidate): string | undefined {
    const { fileId: id, number, mature, sealed, ...key } = candidate;
    try {
      return this.vault.openPassage(this.vault.open({ id, personaId, ...key }), number, mature, sealed);
    } catch (error) {
      this.logger.error(error instanceof Error ? error.message : 'a passage could not be opened');
      return undefined;
    }
  }
}

const skeletonBucket = (indexKey: Buffer, { skeleton }: AskedTerm): number | undefined =>
  skeleton === undefined ? undefined : bucketOf(indexKey, skeleton);
