'use client';

import type { Conversation } from '@troupe/contracts/http/chat';
import { LIMITS } from '@troupe/contracts/limits';
import type { FormEvent } from 'react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Sheet } from '@/components/ui/sheet';
import { TextArea } from '@/components/ui/text-area';
import { chatApi } from '@/lib/api/chat';
import { describeError } from '@/lib/errors';
import { toast } from '@/lib/toast';
import { ExportButtons } from './export-buttons';
import { MemoryPanel } from './memory-panel';

interface SettingsSheetProps {
  conversation: Conversation;
  onChange: (conversation: Conversation) => void;
  onClose: () => void;
}

/** Who the fan is in this conversation, where it should go, what is remembered of it, and a copy to take home. */
export function SettingsSheet({ conversation, onChange, onClose }: SettingsSheetProps) {
  const { id, persona } = conversation;
  useEffect(() => {
    const leaving = new AbortController();
    // Another tab may have changed them: what is shown is what is stored.
    chatApi.conversation(id, { signal: leaving.signal }).then(onChange, (error: unknown) => {
      if (!leaving.signal.aborted) reportError(error);
    });
    return () => leaving.abort();
  }, [id, onChange]);
  return (
    <Sheet open onClose={onClose} title={`You and ${persona.name}`} className="sheet-wide">
      <div className="grid gap-8 pb-2">
        <AboutYou key={storedWords(conversation)} conversation={conversation} onChange={onChange} />
        <MemoryPanel conversation={conversation} onChange={onChange} />
        <ExportButtons conversationId={id} />
      </div>
    </Sheet>
  );
}

/** Begins the form anew when other words were stored than it began with. */
function storedWords({ fanName, fanDescription, authorNote, authorNoteDepth }: Conversation): string {
  return JSON.stringify([fanName, fanDescription, authorNote, authorNoteDepth]);
}

const DEPTHS = [
  { depth: 0, words: 'right before the reply' },
  { depth: 4, words: 'a few messages back' },
  { depth: 12, words: 'further back' },
  { depth: 20, words: 'far back' },
];

function AboutYou({ conversation, onChange }: Omit<SettingsSheetProps, 'onClose'>) {
  const { persona } = conversation;
  const [fanName, setFanName] = useState(conversation.fanName);
  const [fanDescription, setFanDescription] = useState(conversation.fanDescription);
  const [authorNote, setAuthorNote] = useState(conversation.authorNote);
  const [authorNoteDepth, setDepth] = useState(conversation.authorNoteDepth);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const nameless = fanName.trim() === '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (nameless || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const change = { fanName: fanName.trim(), fanDescription, authorNote, authorNoteDepth };
      onChange(await chatApi.updateConversation(conversation.id, change));
      toast({ title: 'Saved', hint: 'It counts from the next message on.', tone: 'success' });
    } catch (error) {
      const { title, hint } = describeError(error);
      setProblem(`${title}. ${hint}`);
    } finally {
      setBusy(false);
    }
  };
  const depths = DEPTHS.some(({ depth }) => depth === authorNoteDepth)
    ? DEPTHS
    : [...DEPTHS, { depth: authorNoteDepth, words: `${authorNoteDepth} messages back` }];
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-5">
      <Field
        label={`What ${persona.name} calls you`}
        value={fanName}
        onChange={(event) => setFanName(event.target.value)}
        maxLength={LIMITS.nameCharsMax}
        error={nameless ? 'They have to call you something.' : null}
        autoComplete="off"
      />
      <TextArea
        label="About you"
        hint="What they know of you from the start: who you are, how you look, what lies between you."
        value={fanDescription}
        onChange={setFanDescription}
        maxLength={LIMITS.fanDescriptionCharsMax}
        rows={3}
      />
      <TextArea
        label="Note to the author"
        hint="Where the story should go, or how it is told. They follow it and never mention it."
        value={authorNote}
        onChange={setAuthorNote}
        maxLength={LIMITS.authorNoteCharsMax}
        rows={3}
      />
      <label className="grid gap-1.5">
        <span className="text-sm font-medium">How close they keep the note</span>
        <select
          value={authorNoteDepth}
          onChange={(event) => setDepth(Number(event.target.value))}
          className="select-field"
        >
          {depths.map(({ depth, words }) => (
            <option key={depth} value={depth}>
              {words}
            </option>
          ))}
        </select>
        <span className="text-sm text-muted">The closer, the stronger it counts.</span>
      </label>
      <p role="alert" className="text-danger-ink empty:hidden">
        {problem}
      </p>
      <Button type="submit" busy={busy} className="justify-self-start">
        Save
      </Button>
    </form>
  );
}
