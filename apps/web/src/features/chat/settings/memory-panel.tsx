'use client';

import type { Conversation, ConversationMemory } from '@troupe/contracts/http/chat';
import { LIMITS } from '@troupe/contracts/limits';
import { useCallback, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { TextArea } from '@/components/ui/text-area';
import { When } from '@/components/ui/when';
import { chatApi } from '@/lib/api/chat';
import { conversationSheetsApi } from '@/lib/api/conversation-sheets';
import { describeError } from '@/lib/errors';
import { toast } from '@/lib/toast';
import { useFetched } from '@/lib/use-fetched';

interface MemoryPanelProps {
  conversation: Conversation;
  onChange: (conversation: Conversation) => void;
}

/** What is remembered of the beginning of a long conversation: to read, to correct, to switch off. */
export function MemoryPanel({ conversation, onChange }: MemoryPanelProps) {
  const { id, persona, memoryEnabled } = conversation;
  const { memory, setMemory, problem, load } = useMemory(id);
  const headingId = useId();
  const toggle = async () => {
    try {
      onChange(await chatApi.updateConversation(id, { memoryEnabled: !memoryEnabled }));
    } catch (error) {
      toast({ ...describeError(error), tone: 'danger' });
    }
  };
  return (
    <section aria-labelledby={headingId} className="settings-section">
      <div className="flex items-center justify-between gap-4">
        <h3 id={headingId} className="text-lg">
          Memory
        </h3>
        <button
          type="button"
          role="switch"
          aria-checked={memoryEnabled}
          aria-label="Keep a memory"
          onClick={() => void toggle()}
          className="switch"
        />
      </div>
      <p className="text-muted">
        When a conversation gets long, {persona.name} keeps its beginning as a short summary.{' '}
        {memoryEnabled ? null : (
          <strong className="font-semibold text-ink">It is off: only the last messages count.</strong>
        )}
      </p>
      {problem === null ? null : (
        <div className="grid justify-items-start gap-2">
          <p role="alert">{problem}</p>
          <Button variant="quiet" onClick={load}>
            Try again
          </Button>
        </div>
      )}
      {memory === null && problem === null ? <Skeleton className="h-28 rounded-card" /> : null}
      {memory === null ? null : (
        <MemoryText key={memory.text} conversationId={id} memory={memory} onSaved={setMemory} />
      )}
    </section>
  );
}

interface MemoryTextProps {
  conversationId: string;
  memory: ConversationMemory;
  onSaved: (memory: ConversationMemory) => void;
}

function MemoryText({ conversationId, memory, onSaved }: MemoryTextProps) {
  const [text, setText] = useState(memory.text);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      onSaved(await conversationSheetsApi.writeMemory(conversationId, text));
      toast({ title: 'Remembered', hint: 'It counts from the next message on.', tone: 'success' });
    } catch (error) {
      toast({ ...describeError(error), tone: 'danger' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {memory.text === '' ? (
        <p className="text-sm text-muted">
          Nothing yet: everything that was said still fits. You can write down what should never be forgotten.
        </p>
      ) : (
        <p className="text-sm text-muted">
          It stands for {memory.coveredMessages} {memory.coveredMessages === 1 ? 'message' : 'messages'}
          {memory.edited ? ', with your own words in it' : ''}
          {memory.updatedAt === null ? null : (
            <>
              {' '}
              (<When iso={memory.updatedAt} />)
            </>
          )}
          .
        </p>
      )}
      <TextArea
        label="What is remembered"
        hideLabel
        value={text}
        onChange={setText}
        maxLength={LIMITS.memoryCharsMax}
        rows={5}
      />
      <Button
        variant="quiet"
        busy={busy}
        disabled={text === memory.text}
        onClick={() => void save()}
        className="justify-self-start"
      >
        Save the memory
      </Button>
    </>
  );
}

function useMemory(conversationId: string) {
  const get = useCallback(
    (signal: AbortSignal) => conversationSheetsApi.memory(conversationId, { signal }),
    [conversationId],
  );
  const { value, setValue, error, load } = useFetched<ConversationMemory>(get);
  const problem = error === null ? null : `The memory could not be fetched. ${describeError(error).title}.`;
  return { memory: value, setMemory: setValue, problem, load };
}
