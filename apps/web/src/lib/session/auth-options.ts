import { ApiError, createApiClient } from '@troupe/api-client';
import { registerRequest } from '@troupe/contracts/http/auth';
import { CLIENT_DEVICE_HEADER } from '@troupe/contracts/http/forwarding';
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { onBehalfOf } from '@/lib/api/on-behalf';
import { apiInternalUrl, sessionSecret } from '@/lib/env';
import { toSessionTokens } from './refresh';
import { SESSION_MAX_AGE_SECONDS, secureCookies, tokensOf } from './session-cookie';

/**
 * NextAuth as the keeper of the cookie; who somebody is, the API decides. Built at the first request and not at import,
 * so that a build needs no secret; `incoming` are that request's headers, because the API limits sign-ins by address, and `deviceId` is the browser that signs in.
 */
export function authOptions(incoming: Headers, deviceId?: string): NextAuthOptions {
  const headers = onBehalfOf(incoming);
  const device: Record<string, string> = deviceId === undefined ? {} : { [CLIENT_DEVICE_HEADER]: deviceId };
  return {
    secret: sessionSecret(),
    useSecureCookies: secureCookies(),
    session: { strategy: 'jwt', maxAge: SESSION_MAX_AGE_SECONDS },
    pages: { signIn: '/login', error: '/login' },
    providers: [passwordProvider({ ...headers, ...device })],
    callbacks: {
      // Renewal is not NextAuth's: the proxy and the session endpoint do it, each from `refresh.ts`.
      jwt: ({ token, user }) => (user === undefined ? token : { ...user.tokens, sub: user.tokens.user.id }),
    },
    events: {
      signOut: async ({ token }) => {
        const tokens = tokensOf(token);
        if (tokens !== null) await endApiSession(tokens.refreshToken, headers);
      },
    },
  };
}

function passwordProvider(headers: Record<string, string>) {
  return CredentialsProvider({
    id: 'credentials',
    credentials: { email: {}, password: {}, name: {}, intent: {} },
    authorize: async (credentials) => {
      const api = createApiClient({ baseUrl: apiInternalUrl(), headers });
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

async function endApiSession(refreshToken: string, headers: Record<string, string>): Promise<void> {
  const api = createApiClient({ baseUrl: apiInternalUrl(), timeoutMs: 5_000, headers });
  try {
    await api.auth.logout({ refreshToken });
  } catch (error) {
    // Leaving must work even while the API is away: the cookie goes, the refresh token runs out by itself.
    if (!(error instanceof ApiError)) throw error;
  }
}
