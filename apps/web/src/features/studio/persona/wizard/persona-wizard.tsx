'use client';

import type { OwnPersona } from '@troupe/contracts/http/creator-persona';
import { X } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useRef, useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { useFocusOnArrival } from '../../profile/use-focus-on-arrival';
import { SubmitButton } from '../../submit-button';
import { ClashSheet } from '../clash-sheet';
import { usePersonaDraft, usePersonaForm } from '../draft/use-persona-draft';
import { focusPlace } from '../focus-place';
import { PERSONA_PARTS, partOf } from '../parts/part-list';
import { SaveMark } from '../save-mark';
import { StageCard } from '../stage-card';
import { OnStage } from './on-stage';
import { PublishStep } from './publish-step';
import { QuickChanges } from './quick-changes';
import { StepBar } from './step-bar';
import { useStep } from './use-step';
import { WIZARD_STEPS } from './wizard-steps';

/** A chat is heavy, and only the last steps have one. */
const PreviewChat = dynamic(() => import('../preview/preview-chat').then((module) => module.PreviewChat), {
  ssr: false,
  loading: () => <div className="preview-space" />,
});

interface PersonaWizardProps {
  persona: OwnPersona;
  /** The step that the address names, else where they left off. */
  step: string;
}

/** From an idea to a persona that fans find: one question a screen, saved as it is written, with the card beside it. */
export function PersonaWizard({ persona, step: first }: PersonaWizardProps) {
  const { draft, view } = usePersonaDraft(persona, { autosave: true });
  const [tried, setTried] = useState<ReadonlySet<string>>(new Set());
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusOnArrival(heading);
  const { index, step, go } = useStep(first, heading);
  const form = usePersonaForm(draft, view, tried.has(step.key));
  const missing = step.part?.fields.find((field) => isMissing(field, view.content));

  const [visited, setVisited] = useState<readonly string[]>([step.key]);
  if (!visited.includes(step.key)) setVisited([...visited, step.key]);
  const staying = PERSONA_PARTS.filter(({ key, stays }) => stays === true && visited.includes(key));

  const next = async () => {
    setTried((before) => new Set([...before, step.key]));
    // Only what everybody has to fill in holds anybody up, and only going on; the bar leads everywhere.
    const wrong = missing ?? [...view.invalid.keys()].find((place) => partOf({ field: place })?.key === step.key);
    if (wrong !== undefined) return focusPlace(wrong);
    void draft.flush();
    go(index + 1);
  };
  const leadTo = (place: string) => {
    const part = partOf({ field: place });
    const target = WIZARD_STEPS.findIndex(({ key }) => key === part?.key);
    if (part === undefined) return;
    setTried((before) => new Set([...before, part.key]));
    go(target === -1 ? 0 : target, () => focusPlace(place === '' ? 'personality' : place));
  };

  // Autosave ends here: what is published is changed in the editor.
  if (view.persona.status === 'published') return <OnStage persona={view.persona} />;
  const isLast = index === WIZARD_STEPS.length - 1;
  const Fields = step.part?.Fields;
  return (
    <div data-immersive className="wizard">
      <header className="wizard-head">
        <StepBar steps={WIZARD_STEPS} index={index} onGo={go} />
        <div className="flex items-center gap-1">
          <SaveMark view={view} />
          <Link
            href="/studio/personas"
            aria-label="Close; everything is saved"
            className={buttonClass({ variant: 'ghost', size: 'icon' })}
          >
            <X size={20} aria-hidden="true" />
          </Link>
        </div>
      </header>
      <div className="wizard-body">
        <form
          noValidate
          className="wizard-form"
          onSubmit={(event) => {
            event.preventDefault();
            void next();
          }}
        >
          <div className="grid gap-2">
            <p className="text-sm text-muted">
              Step {index + 1} of {WIZARD_STEPS.length}
            </p>
            <h1 ref={heading} tabIndex={-1} className="text-2xl outline-none">
              {step.question}
            </h1>
            <p className="text-muted">{step.lead}</p>
          </div>
          {Fields === undefined || step.part?.stays === true ? null : <Fields form={form} />}
          {staying.map(({ key, Fields: Stays }) => (
            <div key={key} hidden={key !== step.key}>
              <Stays form={form} />
            </div>
          ))}
          {step.key === 'preview' ? <QuickChanges form={form} /> : null}
          {step.key === 'publish' ? <PublishStep draft={draft} view={view} onLead={leadTo} /> : null}
          <footer className="wizard-foot">
            {index === 0 ? (
              <span />
            ) : (
              <Button variant="ghost" onClick={() => go(index - 1)}>
                Back
              </Button>
            )}
            {isLast ? null : <SubmitButton wide={false}>Next</SubmitButton>}
          </footer>
        </form>
        {step.key === 'preview' ? (
          <PreviewChat key={view.persona.id} persona={view.persona} />
        ) : (
          <aside className="wizard-aside">
            <StageCard persona={view.persona} content={view.content} />
          </aside>
        )}
      </div>
      <ClashSheet draft={draft} view={view} />
    </div>
  );
}

const NEEDED = ['name', 'hook', 'personality', 'greeting'] as const;

function isMissing(field: string, content: OwnPersona['content']): boolean {
  const needed = NEEDED.find((name) => name === field);
  return needed !== undefined && content[needed].trim() === '';
}
