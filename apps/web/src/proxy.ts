import type { NextRequest } from 'next/server';
import { NextResponse } from 'next/server';
import { contentSecurityPolicy } from '@/lib/content-security-policy';
import { knownProviders } from '@/lib/known-providers';
import { loginPath, safeNextPath } from '@/lib/next-path';
import { renewedSession } from '@/lib/session/refresh';
import type { SessionTokens } from '@/lib/session/session-cookie';
import {
  readSessionCookie,
  sessionCookieName,
  sessionCookieOptions,
  writeSessionCookie,
} from '@/lib/session/session-cookie';

const SIGNED_IN_ONLY = /^\/(?:chat|wallet|studio|checkout|settings|admin|library)(?:\/|$)/;
const SIGNED_OUT_ONLY = /^\/(?:login|register)$/;
/** Of people's addresses only the small letters count, and each persona has one. */
const PERSONA = /^\/p\/[A-Za-z0-9-]+/;
/** Where no page is. */
const NOWHERE = '/nobody-here';

/**
 * Runs before every page: renews an access token that is about to end, so that the page renders with a good one; sends
 * visitors of protected pages to sign in; gives each page its Content-Security-Policy.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl;
  if (pathname.startsWith('/og/')) return isReadable(pathname) ? NextResponse.next() : noPicture();
  const found = await readSessionCookie(request.cookies);
  const session = await renewedSession(found, request.headers);
  const setCookie = await cookieChange(request, found, session);
  const response = redirectFor(request, session) ?? (await renderPage(request, session));
  setCookie?.(response);
  return response;
}

/** Puts a changed session into the request, for the page that renders now, and gives what does it for the browser. */
async function cookieChange(request: NextRequest, found: SessionTokens | null, session: SessionTokens | null) {
  const name = sessionCookieName();
  if (session === null) {
    if (!request.cookies.has(name)) return null;
    request.cookies.delete(name);
    return (response: NextResponse) => response.cookies.set(name, '', { ...sessionCookieOptions(), maxAge: 0 });
  }
  if (session === found) return null;
  const value = await writeSessionCookie(session);
  request.cookies.set(name, value);
  return (response: NextResponse) => response.cookies.set(name, value, sessionCookieOptions());
}

function redirectFor(request: NextRequest, session: SessionTokens | null): NextResponse | null {
  const { pathname, search, searchParams } = request.nextUrl;
  if (session === null && SIGNED_IN_ONLY.test(pathname)) {
    return NextResponse.redirect(new URL(loginPath(pathname + search), request.url));
  }
  const written = pathname.replace(PERSONA, (start) => start.toLowerCase());
  if (written !== pathname) return NextResponse.redirect(new URL(written + search, request.url), 308);
  if (session !== null && SIGNED_OUT_ONLY.test(pathname)) {
    return NextResponse.redirect(new URL(safeNextPath(searchParams.get('next')), request.url));
  }
  return null;
}

async function renderPage(request: NextRequest, session: SessionTokens | null): Promise<NextResponse> {
  const nonce = btoa(crypto.randomUUID());
  // Any page of somebody signed in may lead to a top-up without another document.
  const providers = session === null ? [] : await knownProviders(session.accessToken, request.headers);
  const policy = contentSecurityPolicy(nonce, providers);
  const headers = new Headers(request.headers);
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search);
  // Next reads the nonce from here and puts it on its own scripts.
  headers.set('content-security-policy', policy);
  const init = { request: { headers } };
  const isThere = isReadable(request.nextUrl.pathname);
  const response = isThere ? NextResponse.next(init) : NextResponse.rewrite(new URL(NOWHERE, request.url), init);
  response.headers.set('content-security-policy', policy);
  return response;
}

const noPicture = () => new NextResponse(null, { status: 404 });

/** Whether what is encoded in a path can be decoded: Next by itself answers a path that can't with a bare 500. */
function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

// Pictures of links are no pages: they know nobody and set no cookie, so anybody on the way may keep them. Only what is encoded in their paths is looked at.
export const config = {
  matcher: ['/((?!api/|og/|_next/|.*\\.(?:svg|png|ico|webmanifest|txt|xml|woff2)$).*)', '/((?!api/|_next/)[^%]*%.*)'],
};
