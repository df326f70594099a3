import { Check, CloudOff } from 'lucide-react';
import { describeStudioError } from '../studio-words';
import type { DraftView } from './draft/persona-draft';

const WORDS: Readonly<Record<Exclude<DraftView['state'], 'failed'>, string>> = {
  saved: 'Saved',
  unsaved: 'Not saved yet',
  saving: 'Saving',
  clash: 'Saved elsewhere too',
};

/** Whether what stands in the form is safe, in its own width so that nothing moves. */
export function SaveMark({ view }: { view: DraftView }) {
  const { state, failure } = view;
  const words = state === 'failed' ? describeStudioError(failure).title : WORDS[state];
  return (
    <p role="status" className={state === 'failed' ? 'save-mark text-danger-ink' : 'save-mark text-muted'}>
      {state === 'failed' ? <CloudOff size={15} aria-hidden="true" /> : null}
      {state === 'saved' ? <Check size={15} aria-hidden="true" /> : null}
      {words}
    </p>
  );
}
