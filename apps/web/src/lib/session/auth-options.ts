import { ApiError, createApiClient } from '@troupe/api-client';
import { registerRequest } from '@troupe/contracts/http/auth';
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { apiInternalUrl, sessionSecret } from '@/lib/env';
import { toSessionTokens } from './refresh';
import { SESSION_MAX_AGE_SECONDS, secureCookies, tokensOf } from './session-cookie';

/**
 * NextAuth as the keeper of the cookie; who somebody is, the API decides. Built at the first request and not at import,
 * so that a build needs no secret.
 */
export function authOptions(): NextAuthOptions {
  return {
    secret: sessionSecret(),
    useSecureCookies: secureCookies(),
    session: { strategy: 'jwt', maxAge: SESSION_MAX_AGE_SECONDS },
    pages: { signIn: '/login', error: '/login' },
    providers: [passwordProvider()],
    callbacks: {
      // Renewal is not NextAuth's: the proxy and the session endpoint do it, each from `refresh.ts`.
      jwt: ({ token, user }) => (user === undefined ? token : { ...user.tokens, sub: user.tokens.user.id }),
    },
    events: {
      signOut: async ({ token }) => {
        const tokens = tokensOf(token);
        if (tokens !== null) await endApiSession(tokens.refreshToken, tokens.accessToken);
      },
    },
  };
}

function passwordProvider() {
  return CredentialsProvider({
    id: 'credentials',
    credentials: { email: {}, password: {}, name: {}, intent: {} },
    authorize: async (credentials, request) => {
      const api = createApiClient({ baseUrl: apiInternalUrl(), headers: forwardedFor(request.headers) });
      const { email = '', password = '', name = '', intent } = credentials ?? {};
      try {
        const session =
          intent === 'register'
            ? await api.auth.register(
                registerRequest.parse(name === '' ? { email, password } : { email, password, name }),
              )
            : await api.auth.login({ email, password });
        return { id: session.user.id, tokens: toSessionTokens(session) };
      } catch (error) {
        // NextAuth carries one word to the page: the code that the page switches on.
        throw new Error(error instanceof ApiError ? error.code : 'validation_failed');
      }
    },
  });
}

/** The API limits sign-ins by address, so it has to see the browser's and not this server's. */
function forwardedFor(headers: Record<string, unknown> | undefined): Record<string, string> {
  const address = headers?.['x-forwarded-for'];
  return typeof address === 'string' ? { 'x-forwarded-for': address } : {};
}

async function endApiSession(refreshToken: string, accessToken: string): Promise<void> {
  const api = createApiClient({ baseUrl: apiInternalUrl(), timeoutMs: 5_000, getToken: async () => accessToken });
  try {
    await api.auth.logout({ refreshToken });
  } catch (error) {
    // Leaving must work even while the API is away: the cookie goes, the refresh token runs out by itself.
    if (!(error instanceof ApiError)) throw error;
  }
}
