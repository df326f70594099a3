import { randomUUID } from 'node:crypto';
import { cookies } from 'next/headers';
import { secureCookies } from './session-cookie';

const NAME = 'troupe-device';
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** The longest that browsers keep one: https://developer.chrome.com/blog/cookie-max-age-expires */
const MAX_AGE_SECONDS = 400 * 24 * 60 * 60;

/**
 * What tells this browser from others when somebody signs in, made at the first time; the API compares whose browsers are the same before it pays a
 * creator. Only the sign-in is sent it.
 */
export async function rememberDevice(): Promise<string> {
  const jar = await cookies();
  const known = jar.get(NAME)?.value;
  const deviceId = known !== undefined && UUID.test(known) ? known : randomUUID();
  jar.set(NAME, deviceId, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/api/auth',
    secure: secureCookies(),
    maxAge: MAX_AGE_SECONDS,
  });
  return deviceId;
}
