import type { PersonaVersion } from '@troupe/contracts/http/creator-persona';
import { fieldName, fieldValue } from '../persona/field-words';
import { changeOf } from './text-change';

/** What a version changed, field by field, as people read it. */
export function ChangeList({ changes }: { changes: PersonaVersion['changes'] }) {
  if (changes.length === 0) return <p className="text-sm text-muted">The first version that was kept.</p>;
  return (
    <dl className="grid gap-4">
      {changes.map(({ field, before, after }) => (
        <div key={field} className="grid gap-1">
          <dt className="text-sm font-semibold">{fieldName(field)}</dt>
          <dd className="text-sm">
            <Change before={fieldValue(field, before)} after={fieldValue(field, after)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Change({ before, after }: { before: string; after: string }) {
  const { start, removed, added, end } = changeOf(before, after);
  return (
    <p className="wrap-anywhere whitespace-pre-line">
      {start}
      {removed === '' ? null : <del className="change-gone">{removed}</del>}
      {removed === '' || added === '' ? null : ' '}
      {added === '' ? null : <ins className="change-new">{added}</ins>}
      {end}
    </p>
  );
}
