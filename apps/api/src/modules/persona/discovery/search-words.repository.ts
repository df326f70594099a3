import { Injectable } from '@nestjs/common';
import { LIMITS } from '@troupe/contracts/limits';
import type { Database } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../../platform/database/database.module.ts';
import { sendStatement } from '../../../platform/database/statements.ts';
import { both, visibleTo } from './gallery.sql.ts';
import type { Viewer } from './viewer.ts';

/**
 * The words of a question $1, at most $2, each with whether somebody has a word that begins so, and with words that are near it: where nobody has, or for all with
 * $3. Very short words and numbers are not kept as words and count as known. U+10FFFF is above everything that a word can begin with.
 */
const QUESTION = `
  WITH folded AS (SELECT btrim(regexp_replace(search_fold($1::text), '\\s+', ' ', 'g')) AS text),
  asked AS (
    SELECT place::int, word, search_words(word, 40) AS parts
    FROM folded, regexp_split_to_table(text, '[^[:alnum:]\\u0900-\\u0963\\u0966-\\u0dff\\u0e00-\\u0eff]+') WITH ORDINALITY AS part(word, place)
    WHERE word <> '' ORDER BY place LIMIT $2::int),
  judged AS (
    SELECT *, cardinality(parts) > 1 OR length(word) NOT BETWEEN 3 AND 30 OR word ~ '^[0-9]+$'
      OR EXISTS (SELECT FROM search_word k WHERE k.word >= a.word AND k.word < a.word || chr(1114111)) AS known,
      cardinality(parts) = 1 AND length(word) BETWEEN 3 AND 30 AS judgeable
    FROM asked a)
  SELECT f.text AS "nameKey", j.parts, j.known, near.words AS near
  FROM folded f LEFT JOIN judged j ON true
  LEFT JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('word', n.word, 'names', n.names)), '[]') AS words FROM search_candidates(j.word) n
  ) AS near ON j.judgeable AND (NOT j.known OR $3::boolean)
  ORDER BY j.place`;

const wordRows = z.array(z.object({ word: z.string() }));
const knownWord = z.object({ word: z.string(), names: z.boolean() });
const questionRow = z.object({
  nameKey: z.string(),
  parts: z.array(z.string()).nullable(),
  known: z.boolean().nullable(),
  near: z.array(knownWord).nullable(),
});

export interface QuestionWord {
  parts: string[];
  known: boolean;
  near: z.infer<typeof knownWord>[];
}

export interface Question {
  /** The whole question as names are compared. */
  nameKey: string;
  words: QuestionWord[];
}

/** Reads a question as documents were read, by the same functions of the database. */
@Injectable()
export class SearchWordsRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** With `wide`, what is near is told of known words as well. */
  async read(q: string, wide: boolean): Promise<Question> {
    const values = [q, LIMITS.searchWordsMax, wide];
    const rows = await sendStatement(this.database, 'search-question', QUESTION, values, questionRow);
    const words = rows.flatMap(({ parts, known, near }) =>
      parts === null ? [] : [{ parts, known: known ?? true, near: near ?? [] }],
    );
    return { nameKey: rows[0]?.nameKey ?? '', words };
  }

  /** Which of these words stand in a persona that this viewer meets in lists. */
  async readableTo(viewer: Viewer, words: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.prisma.$queryRaw`
      SELECT w.word FROM unnest(${words}::text[]) AS w(word) WHERE EXISTS (
        SELECT FROM persona_document d JOIN persona_listing l ON l.persona_id = d.persona_id
        WHERE d.document @@ quote_literal(w.word)::tsquery AND ${both(visibleTo(viewer))})`;
    return new Set(wordRows.parse(rows).map(({ word }) => word));
  }
}
