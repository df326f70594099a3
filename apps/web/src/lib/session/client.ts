import type { User } from '@troupe/contracts/http/auth';

/** The access token of this tab: in memory, never in storage. */
interface TabSession {
  user: User;
  token: string;
  expiresAtMs: number;
}

/** A token is renewed this long before it ends, so that none expires on its way. */
const RENEW_AHEAD_MS = 60_000;

let current: TabSession | null = null;
let flight: Promise<TabSession | null> | null = null;

/**
 * The access token, fetched on demand and renewed shortly before it ends; null when nobody is signed in. Any number of
 * callers share one request. `renew` throws the held token away first. Throws when the web server can't be reached.
 */
export async function getAccessToken({ renew = false } = {}): Promise<string | null> {
  if (renew) current = null;
  if (current !== null && current.expiresAtMs - Date.now() > RENEW_AHEAD_MS) return current.token;
  flight ??= fetchSession().finally(() => {
    flight = null;
  });
  current = await flight;
  return current?.token ?? null;
}

/** After the API has made more of whoever is signed in (a creator, an adult): the session says so from now on, in the cookie and in this tab. Answers who they are now. */
export async function reopenSession(): Promise<User | null> {
  await flight;
  current = await fetchSession('?reopen');
  return current?.user ?? null;
}

async function fetchSession(query = ''): Promise<TabSession | null> {
  const response = await fetch(`/api/auth/session${query}`, { cache: 'no-store' });
  if (!response.ok) throw new Error(`The session could not be read (${response.status})`);
  const body: { user?: User; token?: string; tokenExpiresAtMs?: number } = await response.json();
  if (body.user === undefined || body.token === undefined || body.tokenExpiresAtMs === undefined) return null;
  return { user: body.user, token: body.token, expiresAtMs: body.tokenExpiresAtMs };
}
