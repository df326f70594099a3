import type { PersonaCard as PersonaCardData } from '@troupe/contracts/http/persona';
import type { DiscoverQuery } from './discover-query';
import { MorePersonas } from './more-personas';
import { OpenCall } from './open-call';
import { PersonaCard } from './persona-card';

interface GalleryProps {
  personas: readonly PersonaCardData[];
  nextCursor: string | null;
  query: DiscoverQuery;
  /** Of the first row, where no stage stands above it and it is on the first screen. */
  priorityCount: number;
  /** Somebody is signed in, so a card can be put away for good. */
  canHide: boolean;
}

/** The wall of portraits. */
export function Gallery({ personas, nextCursor, query, priorityCount, canHide }: GalleryProps) {
  return (
    <div className="gallery">
      {personas.map((persona, index) => (
        <PersonaCard key={persona.id} persona={persona} priority={index < priorityCount} canHide={canHide} />
      ))}
      {nextCursor === null ? (
        <OpenCall />
      ) : (
        <MorePersonas key={JSON.stringify(query)} query={query} firstCursor={nextCursor} canHide={canHide} />
      )}
    </div>
  );
}
