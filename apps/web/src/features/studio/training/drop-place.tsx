'use client';

import { FileUp } from 'lucide-react';
import type { DragEvent } from 'react';
import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useHydrated } from '@/lib/clock';
import { cn } from '@/lib/cn';

/** A hint for the browser's own dialog; what a file is, its content tells. */
const ACCEPTED = '.txt,.md,.markdown,.pdf,.csv,.tsv,.jsonl,text/*,application/pdf';

/** Where files come in: dropped, or chosen. */
export function DropPlace({ onFiles, isLarge }: { onFiles: (files: File[]) => void; isLarge: boolean }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const hydrated = useHydrated();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the pointer's way; the button inside is everybody's
    <div
      className={cn('training-drop', isLarge && 'training-drop-large', isOver && 'training-drop-over')}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <FileUp size={28} strokeWidth={1.5} aria-hidden="true" className="text-muted" />
      <div className="grid gap-1">
        <p className="font-medium">Add files</p>
        <p id={`${id}-hint`} className="text-sm text-muted">
          Drop them here or choose them: text, Markdown, PDF, CSV or JSONL, up to 10 MB each. They are kept encrypted,
          and only you can read them here.
        </p>
      </div>
      <Button
        variant="quiet"
        disabled={!hydrated}
        aria-describedby={`${id}-hint`}
        onClick={() => input.current?.click()}
      >
        Choose files
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept={ACCEPTED}
        aria-label="Files to add"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file can be chosen again.
          event.target.value = '';
        }}
      />
    </div>
  );
}
