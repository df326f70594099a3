import type { PromptInspection } from '@troupe/contracts/http/chat';
import { useId } from 'react';

/** What was found in the persona's files for the last message, the best first. */
export function PromptPassages({ passages }: { passages: PromptInspection['passages'] }) {
  const headingId = useId();
  if (passages.length === 0) return null;
  return (
    <section aria-labelledby={headingId} className="grid gap-3">
      <h3 id={headingId} className="text-lg">
        From your files
      </h3>
      <ul className="grid gap-3">
        {passages.map(({ fileId, fileName, number, text }) => (
          <li key={`${fileId} ${number}`} className="grid gap-1 border-l-3 border-line-strong pl-4">
            <p className="text-sm text-muted wrap-anywhere">
              {fileName}, passage {number + 1}
            </p>
            <p className="whitespace-pre-line wrap-anywhere">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
