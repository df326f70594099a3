import type { PromptInspection } from '@troupe/contracts/http/chat';
import { useId } from 'react';
import { partName, trimmed } from './prompt-words';

/** What each part takes of the budget, and what became of it. */
export function PromptParts({ prompt }: { prompt: PromptInspection }) {
  const { budgetTokens, usedTokens, isOverBudget, sections, unknownMacros } = prompt;
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="grid gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 id={headingId} className="text-lg">
          Parts
        </h3>
        <p className="text-sm text-muted">
          <span className="font-mono font-medium text-ink tabular-nums">{count(usedTokens)}</span> of{' '}
          <span className="font-mono tabular-nums">{count(budgetTokens)}</span> tokens
        </p>
      </div>
      {/* The figures say it above. */}
      <div aria-hidden="true" className="prompt-budget">
        <div style={{ width: `${Math.min(100, (usedTokens / budgetTokens) * 100)}%` }} />
      </div>
      {isOverBudget ? (
        <p className="text-danger-ink">
          The last message and the house rules alone are more than the budget. The model may refuse it.
        </p>
      ) : null}
      <p className="text-sm text-muted">
        The first come first: when room is short, what stands last is left out first. Tokens are counted about as a
        model would.
      </p>
      <table className="prompt-parts">
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">What fit</th>
            <th scope="col">Tokens</th>
          </tr>
        </thead>
        <tbody>
          {sections.map((part) => {
            const lost = trimmed(part);
            return (
              <tr key={part.name}>
                <th scope="row">{partName(part.name)}</th>
                <td className={lost === null ? 'text-muted' : 'font-medium'}>{lost ?? 'all of it'}</td>
                <td className="font-mono tabular-nums">{count(part.tokens)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {unknownMacros.length === 0 ? null : (
        <p className="text-sm">
          Nothing here knows{' '}
          {unknownMacros.map((macro, place) => (
            <span key={macro}>
              {place === 0 ? null : ', '}
              <code className="prompt-macro">{macro}</code>
            </span>
          ))}
          ; the model reads it as it is. Is it a typing error?
        </p>
      )}
    </section>
  );
}

const count = (tokens: number): string => tokens.toLocaleString('en');
