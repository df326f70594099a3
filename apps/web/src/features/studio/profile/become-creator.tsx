'use client';

import type { User } from '@troupe/contracts/http/auth';
import Link from 'next/link';
import type { FormEvent } from 'react';
import { useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TooYoung } from '@/components/ui/too-young';
import { browserApi } from '@/lib/api/browser';
import { birthDateWords } from '@/lib/birth-date-words';
import { errorCodeOf } from '@/lib/errors';
import { reopenSession } from '@/lib/session/client';
import { STEPS_BEFORE } from '../persona/wizard/steps-before';
import { studioErrorLine } from '../studio-words';
import { SubmitButton } from '../submit-button';
import { StepFrame } from './step-frame';

interface BecomeCreatorProps {
  /** What they said before. */
  age: User['age'];
  termsVersion: string;
}

/** The two things that the law wants to know; everything else can wait. */
export function BecomeCreator({ age, termsVersion }: BecomeCreatorProps) {
  const isAdult = age === 'adult';
  const [refused, setRefused] = useState(age === 'minor');
  const [birthDate, setBirthDate] = useState('');
  const [agreed, setAgreed] = useState(false);
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ field: 'birthDate' | null; words: string } | null>(null);
  const adult = useRef(isAdult);
  const form = useRef<HTMLFormElement>(null);
  const problems = {
    birthDate: isAdult || birthDate !== '' ? null : 'The day you were born.',
    terms: agreed ? null : 'Without it nobody can be a creator here.',
  };

  /** For good, here and on every other page: another date is not taken. */
  const refuse = async () => {
    // First the session, so that a reload says the same. Where that fails it learns it when it is next renewed; the API knows it now.
    await reopenSession().catch(() => null);
    setBusy(false);
    setRefused(true);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setShown(true);
    setFailure(null);
    const first = problems.birthDate !== null ? 'birthDate' : problems.terms !== null ? 'terms' : null;
    if (first !== null) return form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
    setBusy(true);
    try {
      if (!adult.current) {
        await browserApi.account.confirmAdult({ birthDate });
        adult.current = true;
      }
      await browserApi.creator.become({ agreedTermsVersion: termsVersion });
      await reopenSession();
      // Afresh, so that every part of the page is rendered for a creator.
      location.assign('/studio/start/profile');
    } catch (error) {
      if (errorCodeOf(error) === 'underage') return refuse();
      setBusy(false);
      const isDate = errorCodeOf(error) === 'validation_failed' && !adult.current;
      const words = isDate ? birthDateWords(error) : studioErrorLine(error);
      setFailure({ field: isDate ? 'birthDate' : null, words });
    }
  };

  if (refused) {
    return (
      <StepFrame
        key="refused"
        title="This stage is for adults"
        lead="Creators are paid, so they have to be 18 or older."
      >
        <TooYoung what="The studio stays closed to you." />
        <Link href="/" className={buttonClass({ className: 'justify-self-start' })}>
          Back to the cast
        </Link>
      </StepFrame>
    );
  }
  return (
    <StepFrame
      step={1}
      steps={STEPS_BEFORE.total}
      title="Two things before the curtain"
      lead="Creators are paid, so they have to be of age and agree to the rules."
    >
      <form ref={form} onSubmit={submit} noValidate className="grid gap-6">
        {isAdult ? null : (
          <Field
            label="Your birth date"
            name="birthDate"
            type="date"
            needed
            autoComplete="bday"
            hint="We look whether you are 18, and forget the date."
            value={birthDate}
            onChange={(event) => setBirthDate(event.target.value)}
            error={failure?.field === 'birthDate' ? failure.words : shown ? problems.birthDate : null}
          />
        )}
        <div className="grid gap-1.5">
          <label className="choice py-3">
            <input
              type="checkbox"
              name="terms"
              required
              checked={agreed}
              onChange={(event) => setAgreed(event.target.checked)}
              aria-describedby="terms-error"
              className="size-5 shrink-0"
            />
            <span className="grid gap-0.5">
              <span className="font-medium">I agree to the rules for creators</span>
              <span className="text-sm text-muted">
                Most of every message is yours. Publish only what is yours to publish, and nobody’s likeness without
                their consent.
              </span>
            </span>
          </label>
          <p id="terms-error" aria-live="polite" className="text-sm text-danger-ink empty:hidden">
            {shown ? problems.terms : null}
          </p>
          <Link href="/legal/terms#creators" target="_blank" className="studio-link my-0 justify-self-start text-sm">
            Read them all
          </Link>
        </div>
        <p role="alert" className="text-danger-ink empty:hidden">
          {failure !== null && failure.field === null ? failure.words : null}
        </p>
        <SubmitButton busy={busy}>Next</SubmitButton>
      </form>
    </StepFrame>
  );
}
