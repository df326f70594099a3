import { CREATOR_TERMS_VERSION } from '@troupe/contracts/http/creator';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { loadStanding } from '@/features/studio/load-creator';
import { BecomeCreator } from '@/features/studio/profile/become-creator';
import { requireServerSession } from '@/lib/session/server';

export const metadata: Metadata = { title: 'Become a creator' };

export default async function StartPage() {
  const { user } = await requireServerSession();
  if ((await loadStanding()) === 'creator') redirect('/studio/start/profile');
  return <BecomeCreator age={user.age} termsVersion={CREATOR_TERMS_VERSION} />;
}
