import type { User } from '@troupe/contracts/http/auth';
import type { JWT } from 'next-auth/jwt';
import { decode, encode } from 'next-auth/jwt';
import { sessionSecret, webUrl } from '@/lib/env';

/** What NextAuth's encrypted cookie carries. The refresh token is in here and nowhere else. */
export interface SessionTokens {
  user: User;
  accessToken: string;
  /** Unix time in milliseconds. */
  accessTokenExpiresAtMs: number;
  refreshToken: string;
}

/** How long a browser may stay away and still be signed in; the API's refresh token decides before that. */
export const SESSION_MAX_AGE_SECONDS = 30 * 24 * 60 * 60;

interface CookieReader {
  get(name: string): { value: string } | undefined;
}

export function secureCookies(): boolean {
  return webUrl().startsWith('https://');
}

/** The name that NextAuth gives its session cookie. */
export function sessionCookieName(): string {
  return secureCookies() ? '__Secure-next-auth.session-token' : 'next-auth.session-token';
}

export function sessionCookieOptions() {
  return {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: secureCookies(),
    maxAge: SESSION_MAX_AGE_SECONDS,
  } as const;
}

/** The session in a request's cookies, or null: signed out, forged, or from before a change of the secret. */
export async function readSessionCookie(cookies: CookieReader): Promise<SessionTokens | null> {
  const value = cookies.get(sessionCookieName())?.value;
  if (value === undefined) return null;
  try {
    return tokensOf(await decode({ token: value, secret: sessionSecret() }));
  } catch (error) {
    // A cookie that can't be opened is a visitor's; a missing secret is our own fault and must be heard.
    if (error instanceof Error && error.message.startsWith('NEXTAUTH_SECRET')) throw error;
    return null;
  }
}

export function writeSessionCookie(tokens: SessionTokens): Promise<string> {
  return encode({
    token: { ...tokens, sub: tokens.user.id },
    secret: sessionSecret(),
    maxAge: SESSION_MAX_AGE_SECONDS,
  });
}

/** The tokens in a decoded NextAuth token; null when the session was ended or the token is of another make. */
export function tokensOf(token: JWT | null): SessionTokens | null {
  if (token === null) return null;
  const { user, accessToken, accessTokenExpiresAtMs, refreshToken } = token;
  if (user === undefined || accessToken === undefined) return null;
  if (accessTokenExpiresAtMs === undefined || refreshToken === undefined) return null;
  return { user, accessToken, accessTokenExpiresAtMs, refreshToken };
}
