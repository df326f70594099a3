'use client';

import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { MatureWish } from '@/features/discover/mature-wish';
import { browserApi } from '@/lib/api/browser';
import { birthDateWords } from '@/lib/birth-date-words';
import { reopenSession } from '@/lib/session/client';

/** Personas for adults: the age is asked once, and whether they are shown is a wish of its own. */
export function AdultWishes({ isAdult }: { isAdult: boolean }) {
  const router = useRouter();
  const [confirmed, setConfirmed] = useState(isAdult);
  const [birthDate, setBirthDate] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (confirmed) return <MatureWish />;
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
      setProblem(birthDateWords(error));
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
