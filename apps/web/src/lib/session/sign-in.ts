/* By itself: pages that only need a token don't load how one signs in. */
import { forgetEverythingKept } from '../kept-draft';

export type SignInResult = { ok: true } | { ok: false; code: string };

interface Credentials {
  email: string;
  password: string;
}

export function signIn(credentials: Credentials): Promise<SignInResult> {
  return callCredentials({ ...credentials, intent: 'login' });
}

/** Creates the account and signs in with it, in one step. `name` may be empty. */
export function register(credentials: Credentials & { name: string }): Promise<SignInResult> {
  return callCredentials({ ...credentials, intent: 'register' });
}

async function callCredentials(fields: Record<string, string>): Promise<SignInResult> {
  try {
    const answer = await postToNextAuth('/api/auth/callback/credentials', fields);
    const code = URL.parse(answer.url, location.origin)?.searchParams.get('error') ?? null;
    return code === null ? { ok: true } : { ok: false, code };
  } catch {
    return { ok: false, code: 'network' };
  }
}

/** Ends the session here and at the API, then loads `destination` afresh so that nothing of it stays in memory. */
export async function signOut(destination = '/'): Promise<void> {
  await postToNextAuth('/api/auth/signout', {});
  forgetEverythingKept();
  location.assign(destination);
}

async function postToNextAuth(path: string, fields: Record<string, string>): Promise<{ url: string }> {
  const csrf: { csrfToken: string } = await fetch('/api/auth/csrf', { cache: 'no-store' }).then((answer) =>
    answer.json(),
  );
  const body = new URLSearchParams({ ...fields, csrfToken: csrf.csrfToken, callbackUrl: '/', json: 'true' });
  const answer = await fetch(path, { method: 'POST', body });
  return answer.json();
}
