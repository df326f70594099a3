import { LIMITS } from '@troupe/contracts/limits';
import type { ErrorWords } from '../../lib/errors';
import { describeError, errorCodeOf } from '../../lib/errors';

/** What only the studio is answered: apart from the words for everybody, which every page loads. */
const WORDS: Readonly<Record<string, ErrorWords>> = {
  handle_taken: { title: 'Somebody has that handle', hint: 'Choose another one; yours stays as it was.' },
  handle_reserved: { title: 'That handle is kept for the house', hint: 'Choose another one; yours stays as it was.' },
  terms_changed: { title: 'The terms have changed', hint: 'Load this page again and read them before you agree.' },
  underage: { title: 'The studio is for people of 18 and over', hint: 'Everything else here stays open to you.' },
  creator_profile_required: { title: 'That is for creators', hint: 'Become one first: it takes a minute.' },
  age_confirmation_required: { title: 'The studio is for people of 18 and over', hint: 'Confirm your age first.' },
  changed_meanwhile: { title: 'It was saved elsewhere', hint: 'Look at what changed there, then save again.' },
  too_many_personas: {
    title: 'Your cast is full',
    hint: `You have ${LIMITS.personasPerCreatorMax} personas. Delete one that you no longer need.`,
  },
  persona_not_publishable: {
    title: 'Something has to change first',
    hint: 'What it is stands beside each field. Nothing was saved, and fans see nothing of it.',
  },
  content_blocked: { title: 'That can’t stand here', hint: 'It goes against the content rules. Please rewrite it.' },
  payload_too_large: { title: 'That’s too much', hint: 'Shorten it a little. What was saved before is safe.' },
  unsupported_media_type: { title: 'That kind of file can’t be used', hint: 'Take a JPEG, PNG or WebP.' },
  not_found: { title: 'It isn’t here', hint: 'You may have deleted it on another device.' },
};

const PICTURE_WORDS: Readonly<Record<string, string>> = {
  not_a_picture: 'This file is no JPEG, PNG or WebP.',
  broken: 'This picture is broken. Save it anew and try again.',
  too_many_pixels: 'This picture has too many pixels: up to 40 million.',
  too_small: `This picture is too small: at least ${LIMITS.pictureSideMin} pixels a side.`,
  crop_outside: 'The frame lies outside of the picture. Choose it again.',
};

/** As `describeError`, with the studio's own words. */
export function describeStudioError(error: unknown): ErrorWords {
  return WORDS[errorCodeOf(error)] ?? describeError(error);
}

/** The same in one line, for a place beside a field. */
export function studioErrorLine(error: unknown): string {
  const { title, hint } = describeStudioError(error);
  return `${title}. ${hint}`;
}

/** Why a picture wasn't taken, in words. */
export function pictureErrorLine(error: unknown): string {
  return PICTURE_WORDS[refusalReason(error)] ?? studioErrorLine(error);
}

/** `details.reason` of a refusal; empty without one. */
export function refusalReason(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('details' in error)) return '';
  const { details } = error;
  if (typeof details !== 'object' || details === null || !('reason' in details)) return '';
  return typeof details.reason === 'string' ? details.reason : '';
}
