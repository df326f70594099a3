import { ApiError, createApiClient } from '@troupe/api-client';
import type { AuthSession } from '@troupe/contracts/http/auth';
import { onBehalfOf } from '@/lib/api/on-behalf';
import { apiInternalUrl } from '@/lib/env';
import type { SessionTokens } from './session-cookie';

/** `refused`: the session is over for good. `unavailable`: the API could not say, so nothing changes. */
type RefreshOutcome = { kind: 'renewed'; tokens: SessionTokens } | { kind: 'refused' } | { kind: 'unavailable' };

/** A token this close to its end is renewed before it is used: a page render and its calls fit in it. */
const RENEW_AHEAD_MS = 90_000;
/** Requests that left with the old cookie still arrive for a while; the API allows the same window for reuse. */
const REMEMBER_OUTCOME_MS = 30_000;

/**
 * The session with an access token that lasts: the same object when it was good, a renewed one when it was about to end,
 * null when the API refused to renew it. While the API is away the old one stays. `incoming` are the headers of the request that asks.
 */
export async function renewedSession(tokens: SessionTokens | null, incoming: Headers): Promise<SessionTokens | null> {
  if (tokens === null || tokens.accessTokenExpiresAtMs - Date.now() >= RENEW_AHEAD_MS) return tokens;
  return reopenedSession(tokens, incoming);
}

/** The session as the API opens it now, with the roles and the age of this moment; null and the old one as above. */
export async function reopenedSession(tokens: SessionTokens | null, incoming: Headers): Promise<SessionTokens | null> {
  if (tokens === null) return null;
  const outcome = await refreshOnce(tokens.refreshToken, onBehalfOf(incoming));
  if (outcome.kind === 'renewed') return outcome.tokens;
  return outcome.kind === 'refused' ? null : tokens;
}

export function toSessionTokens(session: AuthSession): SessionTokens {
  return {
    user: session.user,
    accessToken: session.token,
    accessTokenExpiresAtMs: Date.now() + session.tokenExpiresInSeconds * 1000,
    refreshToken: session.refreshToken,
  };
}

/** The proxy and the route handlers are bundled apart and share only the process. */
const shared = globalThis as typeof globalThis & { troupeRefreshes?: Map<string, Promise<RefreshOutcome>> };

/** Exchanges a refresh token once, however many requests of this process ask at the same time. */
function refreshOnce(refreshToken: string, headers: Record<string, string>): Promise<RefreshOutcome> {
  shared.troupeRefreshes ??= new Map();
  const flights = shared.troupeRefreshes;
  const running = flights.get(refreshToken);
  if (running !== undefined) return running;
  const flight = refresh(refreshToken, headers);
  flights.set(refreshToken, flight);
  void flight.then((outcome) => {
    if (outcome.kind === 'unavailable') flights.delete(refreshToken);
    else setTimeout(() => flights.delete(refreshToken), REMEMBER_OUTCOME_MS).unref();
  });
  return flight;
}

async function refresh(refreshToken: string, headers: Record<string, string>): Promise<RefreshOutcome> {
  try {
    const api = createApiClient({ baseUrl: apiInternalUrl(), timeoutMs: 5_000, headers });
    return { kind: 'renewed', tokens: toSessionTokens(await api.auth.refresh({ refreshToken })) };
  } catch (error) {
    const refused = error instanceof ApiError && (error.status === 401 || error.code === 'validation_failed');
    return { kind: refused ? 'refused' : 'unavailable' };
  }
}
