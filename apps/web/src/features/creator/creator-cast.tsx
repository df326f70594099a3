'use client';

import type { GalleryPage, PersonaCard as PersonaCardData } from '@troupe/contracts/http/persona';
import { ShowMore } from '@/components/ui/show-more';
import { PersonaCard } from '@/features/discover/persona-card';
import { useOlder } from '@/lib/use-older';

/** Everybody they write, the newest first. */
export function CreatorCast({ handle, name, first }: { handle: string; name: string; first: GalleryPage }) {
  const { items, more } = useOlder<PersonaCardData>(first, readMore);
  async function readMore(cursor: string) {
    const { browserApi } = await import('@/lib/api/browser');
    return browserApi.community.personasOf(handle, { cursor, limit: 24 });
  }
  return (
    <section aria-labelledby="cast" className="grid gap-5">
      <h2 id="cast" className="text-xl">
        On stage
      </h2>
      {items.length === 0 ? (
        <p className="text-muted">{name} has nobody on stage right now.</p>
      ) : (
        <div className="gallery p-0">
          {items.map((persona, index) => (
            <PersonaCard key={persona.id} persona={persona} priority={index < 4} />
          ))}
        </div>
      )}
      <ShowMore more={more} />
    </section>
  );
}
