'use client';

import type { User } from '@troupe/contracts/http/auth';
import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TooYoung } from '@/components/ui/too-young';
import { MatureWish } from '@/features/discover/mature-wish';
import { browserApi } from '@/lib/api/browser';
import { birthDateWords } from '@/lib/birth-date-words';
import { errorCodeOf } from '@/lib/errors';
import { reopenSession } from '@/lib/session/client';

/** Personas for adults: the age is asked once, and whether they are shown is a wish of its own. */
export function AdultWishes({ age }: Pick<User, 'age'>) {
  const router = useRouter();
  const [confirmed, setConfirmed] = useState(age === 'adult');
  const [birthDate, setBirthDate] = useState('');
  const [refused, setRefused] = useState(age === 'minor');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (confirmed) return <MatureWish />;
  if (refused) return <TooYoung what="Personas for adults stay closed to you." />;
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    if (birthDate === '') return setProblem('The day you were born.');
    setBusy(true);
    setProblem(null);
    try {
      await browserApi.account.confirmAdult({ birthDate });
      await reopenSession();
      setConfirmed(true);
      router.refresh();
    } catch (error) {
      if (errorCodeOf(error) !== 'underage') return setProblem(birthDateWords(error));
      // First the session, so that a reload says the same. Where that fails it learns it when it is next renewed; the API knows it now.
      await reopenSession().catch(() => null);
      setRefused(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={confirm} noValidate className="grid justify-items-start gap-3">
      <Field
        label="Your birth date"
        name="birthDate"
        type="date"
        autoComplete="bday"
        hint="We look whether you are 18, and forget the date."
        value={birthDate}
        onChange={(event) => setBirthDate(event.target.value)}
        error={problem}
      />
      <Button type="submit" variant="quiet" busy={busy}>
        I am 18 or older
      </Button>
    </form>
  );
}
