import type { User } from '@troupe/contracts/http/auth';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { loginPath } from '@/lib/next-path';
import { readSessionCookie } from './session-cookie';

export interface ServerSession {
  user: User;
  /** The access token; the proxy has renewed it if it was about to expire. */
  token: string;
}

/** Who is asking for this page, or null for a visitor. One decryption a request. */
export const getServerSession = cache(async (): Promise<ServerSession | null> => {
  const tokens = await readSessionCookie(await cookies());
  return tokens === null ? null : { user: tokens.user, token: tokens.accessToken };
});

/** For pages that only make sense signed in: a visitor goes to sign in and comes back. */
export async function requireServerSession(): Promise<ServerSession> {
  const session = await getServerSession();
  if (session !== null) return session;
  redirect(loginPath((await headers()).get('x-path') ?? '/'));
}
