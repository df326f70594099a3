import type { CreatorLink, CreatorProfile, CreatorProfileChanges } from '@troupe/contracts/http/creator';
import { creatorProfileChanges } from '@troupe/contracts/http/creator';
import { ADDRESS_PROBLEMS } from '@troupe/contracts/http/public-address';
import { LIMITS } from '@troupe/contracts/limits';

export interface ProfileDraft {
  displayName: string;
  handle: string;
  bio: string;
  links: readonly CreatorLink[];
  pictureKey: string | null;
}

export function draftOf({ displayName, handle, bio, links, pictureKey }: CreatorProfile): ProfileDraft {
  return { displayName, handle, bio, links, pictureKey };
}

export function filledLinks(links: readonly CreatorLink[]): CreatorLink[] {
  return links.filter(({ label, url }) => label.trim() !== '' || url.trim() !== '');
}

/** What was typed and is not saved: the fields that differ from the profile, without the picture, which is uploaded by itself. Null when nothing does. */
export function unsavedTexts(draft: ProfileDraft, profile: CreatorProfile): Partial<ProfileDraft> | null {
  const { pictureKey: _, ...before } = draftOf(profile);
  const changed = Object.entries(before).filter(([field, value]) => {
    return JSON.stringify(draft[field as keyof ProfileDraft]) !== JSON.stringify(value);
  });
  if (changed.length === 0) return null;
  return Object.fromEntries(changed.map(([field]) => [field, draft[field as keyof ProfileDraft]]));
}

/** The texts of what was kept; whatever else stands there is left out. */
export function textsOf(kept: unknown): Partial<ProfileDraft> {
  if (kept === null || typeof kept !== 'object') return {};
  const { displayName, handle, bio, links } = kept as Record<string, unknown>;
  return {
    ...(typeof displayName === 'string' && { displayName }),
    ...(typeof handle === 'string' && { handle }),
    ...(typeof bio === 'string' && { bio }),
    ...(Array.isArray(links) && { links: links.flatMap(linkOf).slice(0, LIMITS.linksMax) }),
  };
}

function linkOf(kept: unknown): CreatorLink[] {
  if (kept === null || typeof kept !== 'object') return [];
  const { label, url } = kept as Record<string, unknown>;
  return typeof label === 'string' && typeof url === 'string' ? [{ label, url }] : [];
}

/** What the form wants changed; rows of links that nobody wrote into are left out. */
export function changesOf(draft: ProfileDraft, profile: CreatorProfile): CreatorProfileChanges {
  const wanted = {
    ...draft,
    handle: draft.handle.trim().toLowerCase(),
    links: filledLinks(draft.links).map(completed),
  };
  const before = draftOf(profile);
  return Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => {
      return JSON.stringify(value) !== JSON.stringify(before[field as keyof ProfileDraft]);
    }),
  );
}

/** People leave out what every address begins with. */
function completed({ label, url }: CreatorLink): CreatorLink {
  const address = url.trim();
  return { label, url: address === '' || /^[a-z]+:/i.test(address) ? address : `https://${address}` };
}

const WORDS: Readonly<Record<string, string>> = {
  displayName: 'A name of up to 60 characters, on one line.',
  handle: 'Three to 30 small letters, digits and underscores.',
  bio: 'At most 1,000 characters.',
  label: 'What the link is called.',
  url: 'A web address, for instance https://example.com.',
};
const ADDRESS_WORDS: Readonly<Record<string, string>> = {
  [ADDRESS_PROBLEMS.unseen]: 'This address has characters in it that can’t be seen. Type it anew.',
  [ADDRESS_PROBLEMS.place]: 'Nobody else can open this address. Take one on the web, for instance https://example.com.',
};

/** What is wrong with the changes by the contract: where, as `links.1.url`, and a sentence. */
export function profileProblems(changes: CreatorProfileChanges): Map<string, string> {
  const found = creatorProfileChanges.safeParse(changes);
  if (found.success) return new Map();
  return new Map(
    found.error.issues.map(({ path, message }) => [
      path.join('.'),
      ADDRESS_WORDS[message] ?? WORDS[String(path.at(-1))] ?? 'This can’t be taken as it is.',
    ]),
  );
}
