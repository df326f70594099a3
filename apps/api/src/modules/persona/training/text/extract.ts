import type { TrainingFileKind } from '@troupe/contracts/http/training';
import { LIMITS } from '@troupe/contracts/limits';
import { postingsOf } from '../search/terms.ts';
import { cleanText, joinLines } from './clean-text.ts';
import { decodeText, isPdf } from './decode-text.ts';
import { csvDelimiterOf, csvRecords, isJsonl, jsonlRecords } from './read-records.ts';
import { FileRefused } from './refusal.ts';
import { passagesOf, passagesOfRecords } from './split-passages.ts';

/** What a file says, ready to be sealed and indexed. */
export interface Extract {
  kind: TrainingFileKind;
  /** Of its passages together. */
  charCount: number;
  passages: string[];
  /** Each term with the numbers of the passages that have it. */
  postings: [term: string, passages: number[]][];
}

/** Reads a file, told by what is in it. Throws FileRefused. */
export async function extract(bytes: Uint8Array): Promise<Extract> {
  const { kind, passages } = isPdf(bytes)
    ? { kind: 'pdf' as const, passages: passagesOf(checked(joinLines(cleanText(await readPdf(bytes))))) }
    : textPassages(decodeText(bytes));
  const postings = postingsOf(passages);
  // Without a word nothing could ever find it.
  if (postings.length === 0) throw new FileRefused('no_text');
  const charCount = passages.reduce((sum, passage) => sum + passage.length, 0);
  return { kind, charCount, passages, postings };
}

async function readPdf(bytes: Uint8Array): Promise<string> {
  const { pdfText } = await import('./read-pdf.ts');
  return pdfText(bytes);
}

/** What marks Markdown: headings, fences, links, or lines of a list. */
const MARKDOWN = /^#{1,6} \S|^```|\[[^\]\n]+\]\([^)\n]+\)|^ {0,3}[-*+] \S.*\n {0,3}[-*+] \S/mu;

function textPassages(raw: string): { kind: TrainingFileKind; passages: string[] } {
  const text = checked(cleanText(raw));
  if (isJsonl(text)) return { kind: 'jsonl', passages: passagesOfRecords(jsonlRecords(text)) };
  const isMarkdown = MARKDOWN.test(text);
  // From the text as it came: cleaning takes empty cells between tabs for space.
  const delimiter = isMarkdown ? undefined : csvDelimiterOf(raw);
  if (delimiter !== undefined)
    return { kind: 'csv', passages: passagesOfRecords(csvRecords(raw, delimiter).map(cleanText)) };
  return { kind: isMarkdown ? 'md' : 'txt', passages: passagesOf(text) };
}

function checked(text: string): string {
  if (text.length > LIMITS.trainingFileCharsMax) throw new FileRefused('too_long');
  return text;
}
