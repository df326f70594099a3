'use client';

import type { ReportReason, ReportRequest } from '@troupe/contracts/http/moderation';
import { LIMITS } from '@troupe/contracts/limits';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';
import { TextArea } from '@/components/ui/text-area';
import { describeError } from '@/lib/errors';
import { toast } from '@/lib/toast';
import { REPORT_REASONS } from './report-words';

interface ReportSheetProps {
  title: string;
  /** Who sees what of it. */
  description: string;
  send: (request: ReportRequest) => Promise<unknown>;
  onClose: () => void;
}

/** Hands something to the people who look after the house. */
export function ReportSheet({ title, description, send, onClose }: ReportSheetProps) {
  const [reason, setReason] = useState<ReportReason | null>(null);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason === null) return setProblem('Choose what is wrong with it.');
    setBusy(true);
    setProblem(null);
    try {
      await send({ reason, ...(note.trim() === '' ? {} : { note: note.trim() }) });
      toast({ title: 'Thank you', hint: 'Somebody will look at it.', tone: 'success' });
      onClose();
    } catch (error) {
      const { title, hint } = describeError(error);
      setProblem(`${title}. ${hint}`);
      setBusy(false);
    }
  };
  return (
    <Sheet open onClose={onClose} title={title} description={description}>
      <form onSubmit={(event) => void submit(event)} className="grid gap-4">
        <fieldset className="grid">
          <legend className="sr-only">What is wrong with it?</legend>
          {Object.entries(REPORT_REASONS).map(([value, words]) => (
            <label key={value} className="flex min-h-11 items-center gap-3">
              <input
                type="radio"
                name="reason"
                value={value}
                checked={reason === value}
                onChange={() => setReason(value as ReportReason)}
                className="size-5 accent-ink"
              />
              {words}
            </label>
          ))}
        </fieldset>
        <TextArea
          label="What they should know (optional)"
          value={note}
          onChange={setNote}
          maxLength={LIMITS.reportNoteCharsMax}
          rows={2}
        />
        <p role="alert" className="text-danger-ink empty:hidden">
          {problem}
        </p>
        <div className="sheet-foot">
          <Button type="submit" busy={busy} className="flex-1">
            Report
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
