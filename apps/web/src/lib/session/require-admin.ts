import { notFound } from 'next/navigation';
import type { ServerSession } from './server';
import { requireServerSession } from './server';

/** For the house's own pages: to everybody else they are not there. The API decides all the same. */
export async function requireAdmin(): Promise<ServerSession> {
  const session = await requireServerSession();
  if (!session.user.roles.includes('admin')) notFound();
  return session;
}
