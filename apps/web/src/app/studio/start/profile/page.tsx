import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { loadOwnProfile } from '@/features/studio/load-creator';
import { ProfileStep } from '@/features/studio/profile/profile-step';

export const metadata: Metadata = { title: 'Your profile' };

export default async function StartProfilePage() {
  const profile = await loadOwnProfile();
  if (profile === null) redirect('/studio/start');
  return <ProfileStep profile={profile} />;
}
