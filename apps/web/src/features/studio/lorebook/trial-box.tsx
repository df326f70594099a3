'use client';

import type { LoreFindings } from '@troupe/contracts/http/lorebook-scan';
import { LIMITS } from '@troupe/contracts/limits';
import { useEffect, useState } from 'react';
import { TextArea } from '@/components/ui/text-area';
import { browserApi } from '@/lib/api/browser';
import { studioErrorLine } from '../studio-words';
import { TrialFindings } from './trial-findings';

/** Long enough to wait for the next word. */
const WAIT_MS = 400;

interface TrialBoxProps {
  personaId: string;
  /** Whatever changes the book changes what it finds. */
  revision: number;
  onOpen: (entryId: string) => void;
}

/** A conversation that nobody had: which entries it would bring up, and why. Each line is a message. */
export function TrialBox({ personaId, revision, onOpen }: TrialBoxProps) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<{ messages: string[]; findings: LoreFindings } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision is another book
  useEffect(() => {
    const messages = text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(-LIMITS.historyMessagesMax);
    const asking = new AbortController();
    const ask = async () => {
      if (messages.length === 0) return setFound(null);
      try {
        const findings = await browserApi.creator.tryLorebook(personaId, { messages }, { signal: asking.signal });
        if (asking.signal.aborted) return;
        setFound({ messages, findings });
        setProblem(null);
      } catch (error) {
        if (!asking.signal.aborted) setProblem(studioErrorLine(error));
      }
    };
    const timer = setTimeout(() => void ask(), WAIT_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [personaId, text, revision]);
  return (
    <section aria-labelledby="trial-title" className="lore-trial">
      <h2 id="trial-title" className="text-lg font-semibold">
        Try it
      </h2>
      <TextArea
        label="What is said"
        hint="Each line is a message; the last one is answered."
        value={text}
        onChange={setText}
        maxLength={LIMITS.loreTrialCharsMax}
        rows={4}
        placeholder={'Good evening.\nWhat about the old lamp?'}
      />
      <p role="alert" className="text-sm text-danger-ink empty:hidden">
        {problem}
      </p>
      <div aria-live="polite">{found === null ? null : <TrialFindings {...found} onOpen={onOpen} />}</div>
    </section>
  );
}
