'use client';

import type { CreatorProfile } from '@troupe/contracts/http/creator';
import { useRouter } from 'next/navigation';
import { STEPS_BEFORE } from '../persona/wizard/steps-before';
import { ProfileForm } from './profile-form';
import { StepFrame } from './step-frame';

/** The creator's own name on the bill: all of it is filled in already, and all of it can wait. */
export function ProfileStep({ profile }: { profile: CreatorProfile }) {
  const router = useRouter();
  return (
    <StepFrame
      step={2}
      steps={STEPS_BEFORE.total}
      title="Who is behind it?"
      lead="Your name on the bill. All of this can wait; you find it in the studio under Profile."
    >
      <ProfileForm profile={profile} onDone={() => router.push('/studio/personas/new')} />
    </StepFrame>
  );
}
