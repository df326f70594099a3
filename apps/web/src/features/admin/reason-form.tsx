'use client';

import { LIMITS } from '@troupe/contracts/limits';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';

interface ReasonFormProps {
  /** What the button does, as a verb. */
  action: string;
  /** What will be read by whom. */
  hint: string;
  busy: boolean;
  onSend: (reason: string) => void;
  onBack: () => void;
}

/** Every act asks for its reason. */
export function ReasonForm({ action, hint, busy, onSend, onBack }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const [shown, setShown] = useState(false);
  const missing = reason.trim() === '';
  const send = (event: FormEvent) => {
    event.preventDefault();
    setShown(true);
    if (!missing) onSend(reason.trim());
  };
  return (
    <form onSubmit={send} noValidate className="grid max-w-120 gap-3">
      <Field
        label="Reason"
        name="reason"
        autoComplete="off"
        autoFocus
        maxLength={LIMITS.reasonCharsMax}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={shown && missing ? 'Say why.' : null}
        hint={hint}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="danger" busy={busy}>
          {action}
        </Button>
        <Button variant="ghost" onClick={onBack}>
          Back
        </Button>
      </div>
    </form>
  );
}
