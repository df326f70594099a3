import type { PersonaCard as PersonaCardData } from '@troupe/contracts/http/persona';
import type { DiscoverQuery } from './discover-query';
import { MorePersonas } from './more-personas';
import { OpenCall } from './open-call';
import { PersonaCard } from './persona-card';

/** The wall of portraits. The first row is on the first screen when no stage stands above it. */
export function Gallery({
  personas,
  nextCursor,
  query,
  priorityCount,
}: {
  personas: readonly PersonaCardData[];
  nextCursor: string | null;
  query: DiscoverQuery;
  priorityCount: number;
}) {
  return (
    <div className="gallery">
      {personas.map((persona, index) => (
        <PersonaCard key={persona.id} persona={persona} priority={index < priorityCount} />
      ))}
      {nextCursor === null ? (
        <OpenCall />
      ) : (
        <MorePersonas key={JSON.stringify(query)} query={query} firstCursor={nextCursor} />
      )}
    </div>
  );
}
