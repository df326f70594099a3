'use client';

import type { Conversation, PromptInspection } from '@troupe/contracts/http/chat';
import { Copy } from 'lucide-react';
import { useCallback, useId, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';
import { Skeleton } from '@/components/ui/skeleton';
import { conversationSheetsApi } from '@/lib/api/conversation-sheets';
import { describeError, errorCodeOf } from '@/lib/errors';
import { toast } from '@/lib/toast';
import { useFetched } from '@/lib/use-fetched';
import { PromptLore } from './prompt-lore';
import { PromptParts } from './prompt-parts';
import { PromptPassages } from './prompt-passages';
import { promptText, turnName } from './prompt-words';

interface PromptSheetProps {
  conversation: Conversation;
  onClose: () => void;
}

/** For creators, in the preview of their own persona: what the model is told, and what there was no room for. */
export function PromptSheet({ conversation, onClose }: PromptSheetProps) {
  const { id, persona } = conversation;
  const get = useCallback((signal: AbortSignal) => conversationSheetsApi.prompt(id, { signal }), [id]);
  const { value: prompt, error, load } = useFetched<PromptInspection>(get);
  const body = useRef<HTMLDivElement>(null);
  const again = () => {
    // The button goes with the error; the focus would go with it.
    body.current?.focus();
    load();
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={`What ${persona.name} is told`}
      description="The prompt of the last reply on stage, as it would be now. It is shown in previews of your own personas and nowhere else."
      className="sheet-wide"
    >
      <div ref={body} tabIndex={-1} className="grid gap-8 pt-2 pb-2 outline-none">
        {error !== null ? (
          <Problem error={error} name={persona.name} onRetry={again} />
        ) : prompt === null ? (
          <Loading />
        ) : (
          <>
            <PromptParts prompt={prompt} />
            <PromptPassages passages={prompt.passages} />
            <PromptLore lore={prompt.lore} />
            <ExactText turns={prompt.turns} />
          </>
        )}
      </div>
    </Sheet>
  );
}

function Loading() {
  return (
    <div role="status" className="grid gap-3">
      <span className="sr-only">Fetching the prompt…</span>
      <Skeleton className="h-7 w-2/5" />
      <Skeleton className="h-44 rounded-card" />
      <Skeleton className="h-64 rounded-card" />
    </div>
  );
}

function Problem({ error, name, onRetry }: { error: unknown; name: string; onRetry: () => void }) {
  const { title, hint } = problemWords(error, name);
  return (
    <div className="grid justify-items-start gap-3 py-2">
      <div role="alert">
        <p className="font-medium">{title}</p>
        <p className="text-muted">{hint}</p>
      </div>
      {errorCodeOf(error) === 'not_found' ? null : (
        <Button variant="quiet" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}

/** Where the usual words would mislead: here nothing is missing, it is only too early. */
function problemWords(error: unknown, name: string) {
  switch (errorCodeOf(error)) {
    case 'not_found':
      return { title: 'Nothing was asked yet', hint: `Say something to ${name}; the prompt of the reply shows here.` };
    case 'reply_under_way':
      return { title: 'A reply is being written', hint: 'Its prompt can be read once it has ended.' };
    default:
      return describeError(error);
  }
}

function ExactText({ turns }: { turns: PromptInspection['turns'] }) {
  const headingId = useId();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(promptText(turns));
      toast({ title: 'Copied', hint: 'The whole prompt is on your clipboard.', tone: 'success' });
    } catch {
      toast({ title: 'It could not be copied', hint: 'Select the text and copy it by hand.', tone: 'danger' });
    }
  };
  return (
    <section aria-labelledby={headingId} className="settings-section">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 id={headingId} className="text-lg">
          Word for word
        </h3>
        <Button variant="quiet" onClick={() => void copy()}>
          <Copy size={18} aria-hidden="true" />
          Copy
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable without a pointer */}
      <section aria-label="The prompt, word for word" tabIndex={0} className="prompt-text">
        {turns.map(({ role, content }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: turns have no id and never change places
          <div key={place}>
            <h4>{turnName(role)}</h4>
            <pre>{content}</pre>
          </div>
        ))}
      </section>
    </section>
  );
}
