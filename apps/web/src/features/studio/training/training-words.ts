import type { TrainingFile, TrainingRefusal } from '@troupe/contracts/http/training';

const KIND_WORDS: Record<NonNullable<TrainingFile['kind']>, string> = {
  txt: 'Text',
  md: 'Markdown',
  pdf: 'PDF',
  csv: 'Table',
  jsonl: 'List of records',
};

/** What happened, and what to do. */
const REFUSAL_WORDS: Record<TrainingRefusal, string> = {
  not_text: 'This is neither text nor a PDF.',
  broken: 'It could not be read; it may be damaged. Save it again and send that.',
  locked: 'This PDF has a password. Send one without.',
  no_text: 'There are no words in it. Of a scanned page, send the text.',
  too_long: 'It says more than 2 million characters. Send it in several files.',
  too_heavy: 'It took too long to read. Save it more simply, or as plain text.',
  persona_full: 'There is no room left: all files of a persona have 4 million characters together. Delete one first.',
  duplicate: 'The same file is here already.',
  content_blocked: 'A passage in it breaks the house rules.',
  damaged: 'What we keep of it was damaged and can’t be read any more. Delete it and send it again.',
};

export const refusalWords = (refusal: TrainingRefusal | null): string => REFUSAL_WORDS[refusal ?? 'broken'];

export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** What a file turned out to be: `PDF · 12 passages · 34 kB`. */
export function factsOf({ kind, passageCount, sizeBytes }: TrainingFile): string {
  const passages = `${passageCount.toLocaleString('en')} ${passageCount === 1 ? 'passage' : 'passages'}`;
  return [kind === null ? null : KIND_WORDS[kind], passages, sizeWords(sizeBytes)].filter(Boolean).join(' · ');
}

export const percentOf = (sent: number, of: number): number => (of === 0 ? 100 : Math.floor((sent / of) * 100));
