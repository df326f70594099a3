import type { NextRequest } from 'next/server';
import { NextResponse } from 'next/server';
import { renewedSession, reopenedSession } from './refresh';
import { readSessionCookie, sessionCookieName, sessionCookieOptions, writeSessionCookie } from './session-cookie';

/**
 * `GET /api/auth/session`: who is signed in, with the access token for this tab's memory; `{}` for a visitor. NextAuth's
 * own answer would write the cookie every time, and one that was on its way while a page renewed the session would put
 * the used-up refresh token back. This one writes only what changed. With `?reopen` the session is renewed although it would last: what somebody is has changed.
 */
export async function answerSession(request: NextRequest): Promise<Response> {
  const found = await readSessionCookie(request.cookies);
  const renew = request.nextUrl.searchParams.has('reopen') ? reopenedSession : renewedSession;
  const session = await renew(found, request.headers);
  const name = sessionCookieName();
  if (session === null) {
    const response = answer({});
    if (request.cookies.has(name)) response.cookies.set(name, '', { ...sessionCookieOptions(), maxAge: 0 });
    return response;
  }
  const { user, accessToken, accessTokenExpiresAtMs } = session;
  const response = answer({ user, token: accessToken, tokenExpiresAtMs: accessTokenExpiresAtMs });
  if (session !== found) response.cookies.set(name, await writeSessionCookie(session), sessionCookieOptions());
  return response;
}

function answer(body: object): NextResponse {
  return NextResponse.json(body, { headers: { 'cache-control': 'no-store' } });
}
