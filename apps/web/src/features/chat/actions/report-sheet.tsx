'use client';

import type { ReportReason } from '@troupe/contracts/http/moderation';
import { LIMITS } from '@troupe/contracts/limits';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';
import { TextArea } from '@/components/ui/text-area';
import { conversationSheetsApi } from '@/lib/api/conversation-sheets';
import { describeError } from '@/lib/errors';
import { toast } from '@/lib/toast';

const REASONS: Record<ReportReason, string> = {
  minor_safety: 'It sexualises or endangers a minor',
  self_harm: 'It encourages self-harm',
  sexual_content: 'Sexual content where it doesn’t belong',
  violence: 'Violence or threats',
  hate: 'Hate',
  harassment: 'Harassment',
  private_information: 'Somebody’s private information',
  impersonation: 'It pretends to be a real person',
  scam: 'A scam',
  other: 'Something else',
};

/** Hands a message to the people who look after the house; they see it and what led to it, nothing else. */
export function ReportSheet({ messageId, onClose }: { messageId: string; onClose: () => void }) {
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
      await conversationSheetsApi.reportMessage(messageId, {
        reason,
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      });
      toast({ title: 'Thank you', hint: 'Somebody will look at it.', tone: 'success' });
      onClose();
    } catch (error) {
      const { title, hint } = describeError(error);
      setProblem(`${title}. ${hint}`);
      setBusy(false);
    }
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title="Report this message"
      description="People who look after the house see it and what led to it, and nothing else of this chat."
    >
      <form onSubmit={(event) => void submit(event)} className="grid gap-4">
        <fieldset className="grid">
          <legend className="sr-only">What is wrong with it?</legend>
          {Object.entries(REASONS).map(([value, words]) => (
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
        <Button type="submit" busy={busy}>
          Report
        </Button>
      </form>
    </Sheet>
  );
}
