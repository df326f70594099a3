import type { Lorebook } from '@troupe/contracts/http/lorebook';
import { problemWords } from './lorebook-words';

interface ProblemListProps {
  problems: Lorebook['problems'];
  onOpen: (entryId: string) => void;
}

/** Keys and lines that do nothing, and why. */
export function ProblemList({ problems, onOpen }: ProblemListProps) {
  if (problems.length === 0) return null;
  return (
    <details className="lore-details">
      <summary>
        {problems.length} {problems.length === 1 ? 'thing does' : 'things do'} nothing
      </summary>
      <ul className="grid gap-3 pt-3">
        {problems.map(({ entryId, kind, about }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that is replaced as a whole
          <li key={index} className="grid gap-0.5 text-sm">
            <button type="button" onClick={() => onOpen(entryId)} className="lore-name justify-self-start font-mono">
              {about === '' ? 'An entry' : about}
            </button>
            <span className="text-muted">{problemWords(kind)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
