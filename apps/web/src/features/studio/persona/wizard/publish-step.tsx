'use client';

import { listedMicrocoins } from '@troupe/contracts/pricing';
import { Check, CircleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { browserApi } from '@/lib/api/browser';
import { errorCodeOf } from '@/lib/errors';
import { formatPrice } from '@/lib/format';
import { studioErrorLine } from '../../studio-words';
import type { DraftView, PersonaDraft } from '../draft/persona-draft';
import { fieldName } from '../field-words';

interface PublishStepProps {
  draft: PersonaDraft;
  view: DraftView;
  /** Leads to the field at a place. */
  onLead: (place: string) => void;
}

const CHECKS = [
  'Everything fans need is there',
  'Nothing goes against the content rules',
  'The price carries the model',
];

/** What is looked at before fans meet them: each problem leads to its field, and when there is none, one button. */
export function PublishStep({ draft, view, onLead }: PublishStepProps) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    // What is told here is told of what is saved.
    void draft.flush();
  }, [draft]);
  const { persona, content } = view;
  const { problems } = persona;
  const publish = async () => {
    setBusy(true);
    setFailure(null);
    try {
      if (await draft.flush()) {
        const { id, revision } = draft.read().persona;
        draft.adopt(await browserApi.creator.publish(id, { revision }));
      }
    } catch (error) {
      setFailure(studioErrorLine(error));
      // Read again: it tells what is in the way now.
      if (errorCodeOf(error) !== 'network')
        draft.adopt(await browserApi.creator.persona(persona.id).catch(() => persona));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="grid gap-5">
      {problems.length === 0 ? (
        <ul className="grid gap-3">
          {[
            ...CHECKS,
            `${content.name} asks ${formatPrice(listedMicrocoins(content.price), content.price.kind === 'tokens')} a message`,
          ].map((check) => (
            <li key={check} className="flex items-center gap-3">
              <Check size={20} aria-hidden="true" className="text-success-ink" />
              {check}
            </li>
          ))}
        </ul>
      ) : (
        <section aria-labelledby="problems" className="grid gap-3">
          <h2 id="problems" className="text-lg">
            {problems.length === 1 ? 'One thing is in the way' : `${problems.length} things are in the way`}
          </h2>
          <ul className="grid gap-2">
            {problems.map(({ field, code, message }) => (
              <li key={`${field} ${code}`}>
                <button type="button" onClick={() => onLead(field)} className="problem-row">
                  <CircleAlert size={20} aria-hidden="true" className="mt-0.5 shrink-0 text-danger-ink" />
                  <span className="grid gap-0.5">
                    <span className="font-medium">{field === '' ? 'Read together' : fieldName(field)}</span>
                    <span className="text-sm text-muted">{message}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p role="alert" className="text-danger-ink empty:hidden">
        {failure}
      </p>
      <Button
        size="lg"
        busy={busy}
        disabled={problems.length > 0}
        onClick={publish}
        className="justify-self-start max-sm:w-full"
      >
        Publish
      </Button>
    </div>
  );
}
