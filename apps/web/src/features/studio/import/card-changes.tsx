import type { CardPreview } from '@troupe/contracts/http/cards';
import { fieldName } from '../persona/field-words';
import { ChangeList } from '../versions/change-list';

/** What a card would change, what was done to it, and what is in its way. */
export function CardChanges({ preview }: { preview: CardPreview }) {
  const { changes, notices, problems, hasPicture } = preview;
  return (
    <>
      {problems.length === 0 ? null : (
        <div role="alert" className="grid gap-2">
          <p className="font-medium">Fans meet this persona, so this has to change in the card first:</p>
          <ul className="grid list-disc gap-1 pl-5 text-sm text-danger-ink">
            {problems.map(({ field, message }) => (
              <li key={`${field} ${message}`}>
                {field === '' ? null : `${fieldName(field)}: `}
                {message}
              </li>
            ))}
          </ul>
        </div>
      )}
      <section aria-label="What would change" className="grid gap-4">
        {changes.length === 0 ? <p>They say all of this already.</p> : <ChangeList changes={changes} />}
        {hasPicture ? <p className="text-sm">The card’s picture becomes theirs.</p> : null}
      </section>
      {notices.length === 0 ? null : (
        <ul className="grid list-disc gap-1 pl-5 text-sm text-muted">
          {notices.map(({ kind, message }) => (
            <li key={`${kind} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
    </>
  );
}
