'use client';

import { createPersonaRequest } from '@troupe/contracts/http/creator-persona';
import { LIMITS } from '@troupe/contracts/limits';
import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { browserApi } from '@/lib/api/browser';
import { keepDraft } from '@/lib/kept-draft';
import { useKeptText } from '@/lib/use-kept-text';
import { ImportPanel } from '../../import/import-panel';
import { StepFrame } from '../../profile/step-frame';
import { studioErrorLine } from '../../studio-words';
import { SubmitButton } from '../../submit-button';
import { focusPlace } from '../focus-place';
import { STEPS_BEFORE } from './steps-before';

/** A draft begins with its name; from then on everything is saved. */
export function NewPersona() {
  const router = useRouter();
  const [name, setName] = useKeptText('new-persona');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const refuse = (words: string) => {
    setProblem(words);
    focusPlace('name');
  };
  const create = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const request = createPersonaRequest.safeParse({ name });
    if (!request.success) return refuse('A name of up to 60 characters, on one line.');
    setBusy(true);
    setProblem(null);
    try {
      const { id } = await browserApi.creator.createPersona(request.data);
      keepDraft('new-persona', null);
      router.push(`/studio/personas/${id}/setup`);
    } catch (error) {
      refuse(studioErrorLine(error));
      setBusy(false);
    }
  };
  return (
    <StepFrame
      step={STEPS_BEFORE.total}
      steps={STEPS_BEFORE.total}
      title="What are they called?"
      lead="That makes a draft that only you can see. From here on everything is saved as you write it."
    >
      <form onSubmit={create} noValidate className="grid gap-6">
        <Field
          label="Name"
          name="name"
          needed
          autoComplete="off"
          maxLength={LIMITS.nameCharsMax}
          placeholder="Osk Tarrow"
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            setProblem(null);
          }}
          error={problem}
        />
        <SubmitButton busy={busy}>Next</SubmitButton>
      </form>
      <ImportPanel />
    </StepFrame>
  );
}
