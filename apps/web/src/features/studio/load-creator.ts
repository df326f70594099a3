import { ApiError } from '@troupe/api-client';
import type { CreatorProfile } from '@troupe/contracts/http/creator';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { serverApi } from '@/lib/api/server';
import { requireServerSession } from '@/lib/session/server';

/** `outdated`: a creator, but on another device than the one they became it on, whose session doesn't say so yet. */
export type Standing = 'creator' | 'outdated' | 'fan';

/** The profile of whoever is here, or null for a fan. Asked once a request. */
export const loadOwnProfile = cache(async (): Promise<CreatorProfile | null> => {
  const { user } = await requireServerSession();
  try {
    return await (await serverApi()).creator.profile(user.id);
  } catch (error) {
    if (error instanceof ApiError && error.code === 'not_found') return null;
    throw error;
  }
});

/** Whether somebody is a creator; only who says that they are none is asked about. */
export const loadStanding = cache(async (): Promise<Standing> => {
  const { user } = await requireServerSession();
  if (user.roles.includes('creator')) return 'creator';
  return (await loadOwnProfile()) === null ? 'fan' : 'outdated';
});

/** For pages of creators: everybody else finds the invitation. */
export async function requireCreator(): Promise<void> {
  if ((await loadStanding()) === 'fan') redirect('/studio');
}
