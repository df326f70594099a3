import { LIMITS } from '../limits.ts';
import * as z from '../zod.ts';
import { storable } from './common.ts';

/** What is wrong with a link: the web app has its own words for each. */
export const ADDRESS_PROBLEMS = {
  form: 'must be an https:// address',
  unseen: 'must not have characters that nobody sees or that turn the direction',
  place: 'must be a place that everybody can open, by its name',
} as const;

/** Spaces that are none, and what shows nothing or turns the direction of what follows: an address with them isn't the one that is read. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/u;
/** Endings of names that lead nowhere or into the reader's own house (RFC 2606, 6761, 6762, 7686, 8375, 9476). */
const PRIVATE_ENDINGS =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|private|lan|home|corp|home\.arpa|test|invalid|alt|onion)$/u;

const partsOf = (address: string): URL | undefined => (URL.canParse(address) ? new URL(address) : undefined);

/** No script, no credentials. */
function isSafe(address: string): boolean {
  const { protocol, username, password } = partsOf(address) ?? {};
  return protocol === 'https:' && username === '' && password === '';
}

/** A name with a dot whose last part has a letter: parsed, every way of writing an IP address is digits or stands in brackets. */
function isPublic(address: string): boolean {
  const host = partsOf(address)?.hostname.replace(/\.$/u, '') ?? '';
  return /\.[a-z0-9-]*[a-z][a-z0-9-]*$/u.test(host) && !PRIVATE_ENDINGS.test(host);
}

/** A place on the web that may be visited from a page by everybody: no script, no credentials, none of the reader's own machines. */
export const publicAddress = z.string().check(
  z.trim(),
  z.maxLength(LIMITS.linkCharsMax),
  storable(),
  z.refine((address) => !UNSEEN.test(address), { error: ADDRESS_PROBLEMS.unseen, abort: true }),
  z.refine(isSafe, { error: ADDRESS_PROBLEMS.form, abort: true }),
  z.refine(isPublic, ADDRESS_PROBLEMS.place),
);
