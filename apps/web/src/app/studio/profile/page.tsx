import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { loadOwnProfile } from '@/features/studio/load-creator';
import { ProfileForm } from '@/features/studio/profile/profile-form';

export const metadata: Metadata = { title: 'Your profile' };

export default async function ProfilePage() {
  const profile = await loadOwnProfile();
  if (profile === null) redirect('/studio/start');
  return (
    <div className="studio-page max-w-160">
      <h1 className="text-2xl">Your profile</h1>
      <ProfileForm profile={profile} />
    </div>
  );
}
