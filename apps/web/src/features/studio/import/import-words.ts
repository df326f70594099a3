import type { CARD_FAULTS } from '@troupe/contracts/http/cards';
import { errorCodeOf } from '@/lib/errors';
import { refusalReason, studioErrorLine } from '../studio-words';

/** What cards come as, for the browser's own dialog. */
export const CARD_TYPES = '.png,.apng,.json,.charx,.jpg,.jpeg,.webp,image/png,image/webp,image/jpeg,application/json';

/** What is wrong with a card's file, and what to do. */
const FAULT_WORDS: Readonly<Record<(typeof CARD_FAULTS)[number], string>> = {
  'too-large': 'This card is too large: up to 32 MB, also unpacked, 16 MB for each file in it, and 8 MB of text.',
  'unknown-format': 'This file is no card. Take a PNG, JSON or CHARX.',
  'broken-picture': 'This picture is damaged. Save the card anew and try again.',
  'broken-archive': 'This archive is damaged. Save the card anew and try again.',
  'unsafe-archive': 'This card has files in it whose paths no card needs. It was not opened.',
  encrypted: 'This card has a password. Save it without one.',
  bomb: 'This file unpacks to far too much: up to 48 MB in all. It was not opened.',
  'no-card': 'There is no character in this file. A picture alone isn’t a card.',
  'broken-text': 'The text in this card can’t be read. Save it anew and try again.',
  'broken-json': 'The text in this card is cut off or damaged. Save it anew and try again.',
  'too-deep': 'The text in this card is nested too deeply.',
  'too-many': 'There is too much in this card: up to 900 files and 10,000 lorebook entries.',
  'not-a-card': 'There is no character in this file. A lorebook comes in with a character’s card.',
  'unsupported-spec': 'This card follows a specification that isn’t known here yet.',
};

export function importErrorLine(error: unknown): string {
  const reason = refusalReason(error);
  if (errorCodeOf(error) === 'card_refused' && Object.hasOwn(FAULT_WORDS, reason)) {
    return FAULT_WORDS[reason as keyof typeof FAULT_WORDS];
  }
  return studioErrorLine(error);
}
