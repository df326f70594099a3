import type { LoreFindings } from '@troupe/contracts/http/lorebook-scan';
import { loreRefusalWords, loreWhyWords } from '@/lib/lore-words';
import { PLACE_WORDS } from './lorebook-words';
import { markedMessages } from './marked-text';

interface TrialFindingsProps {
  messages: readonly string[];
  findings: LoreFindings;
  onOpen: (entryId: string) => void;
}

/** What was said with the keys that were found in it; what the model is told; what stays out, and why. */
export function TrialFindings({ messages, findings, onOpen }: TrialFindingsProps) {
  const { active, refused, refusedCount, usedTokens, budgetTokens } = findings;
  const names = new Map(active.map(({ id, name }) => [id, name]));
  return (
    <div className="grid gap-4">
      <div className="lore-said">
        {markedMessages(messages, findings).map((pieces, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: messages are their places
          <p key={index}>
            {pieces.map(({ text, entries }, at) =>
              entries.length === 0 ? (
                text
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces are their places
                <mark key={at} title={entries.join(', ')}>
                  {text}
                </mark>
              ),
            )}
          </p>
        ))}
      </div>
      <div className="grid gap-2">
        <h3 className="text-sm font-semibold">
          {active.length === 0 ? 'Nothing is told' : `Told: ${active.length}`}
          {active.length === 0 ? null : (
            <span className="font-normal text-muted tabular-nums">
              {' '}
              · {usedTokens.toLocaleString('en')} of {budgetTokens.toLocaleString('en')} tokens
            </span>
          )}
        </h3>
        <ul className="lore-found">
          {active.map(({ id, name, why, tokens, position }) => (
            <li key={id}>
              <button type="button" onClick={() => onOpen(id)} className="lore-name justify-self-start">
                {name}
              </button>
              <p className="text-sm">{why.map((reason) => loreWhyWords(reason, names, inMessage)).join('; ')}</p>
              <p className="text-sm text-muted tabular-nums">
                {PLACE_WORDS[position]} · {tokens.toLocaleString('en')} tokens
              </p>
            </li>
          ))}
        </ul>
      </div>
      {refused.length === 0 ? null : (
        <div className="grid gap-2">
          <h3 className="text-sm font-semibold">Not told: {refusedCount.toLocaleString('en')}</h3>
          <ul className="lore-found">
            {refused.map(({ id, name, because }) => (
              <li key={id}>
                <button type="button" onClick={() => onOpen(id)} className="lore-name justify-self-start">
                  {name}
                </button>
                <p className="text-sm text-muted">{loreRefusalWords(because)}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

const inMessage = (index: number): string => `in message ${index + 1}`;
