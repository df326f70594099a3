import type { ReactNode } from 'react';
import { CatchUp } from '@/features/studio/catch-up';
import { loadStanding } from '@/features/studio/load-creator';
import { StudioNav } from '@/features/studio/studio-nav';
import '@/features/studio/studio.css';
import '@/features/studio/forms.css';

export default async function StudioLayout({ children }: { children: ReactNode }) {
  const standing = await loadStanding();
  if (standing === 'fan') return children;
  if (standing === 'outdated') return <CatchUp />;
  return (
    <>
      <StudioNav />
      {children}
    </>
  );
}
