import { ApiError } from '@troupe/api-client';
import type { ConversationListItem } from '@troupe/contracts/http/chat';
import type { GalleryPage, PersonaPage, TagList } from '@troupe/contracts/http/persona';
import { serverApi } from '@/lib/api/server';
import type { DiscoverQuery } from './discover-query';
import { isFrontPage } from './discover-query';

export type Discover =
  | { kind: 'ready'; gallery: GalleryPage; tags: TagList['tags']; featured: PersonaPage | null }
  | { kind: 'failed'; error: ApiError };

/** As many as a row of faces is good for. */
const CARRY_ON_MAX = 12;

/** Whom a fan talked to last, one entry a persona. Nobody when it can't be read: the gallery stands without. */
export async function loadCarryOn(): Promise<ConversationListItem[]> {
  const api = await serverApi();
  try {
    const { items } = await api.chat.conversations({ limit: 30 });
    const personas = new Set<string>();
    const latest = items.filter(({ persona }) => !personas.has(persona.id) && personas.add(persona.id));
    return latest.slice(0, CARRY_ON_MAX);
  } catch (error) {
    if (error instanceof ApiError) return [];
    throw error;
  }
}

const PAGE_ITEMS = 24;

/** Everything on Discover. On the front page somebody featured stands on the stage, and so not on the wall. */
export async function loadDiscover(query: DiscoverQuery): Promise<Discover> {
  const api = await serverApi();
  try {
    const [gallery, { tags }] = await Promise.all([
      api.personas.list({ q: query.q, tag: query.tag ?? undefined, sort: query.sort, limit: PAGE_ITEMS }),
      api.personas.tags(),
    ]);
    const star = isFrontPage(query)
      ? (gallery.items.find((persona) => persona.featured) ?? gallery.items[0])
      : undefined;
    if (star === undefined) return { kind: 'ready', gallery, tags, featured: null };
    const featured = await api.personas.get(star.slug);
    const items = gallery.items.filter((persona) => persona.id !== featured.id);
    return { kind: 'ready', gallery: { ...gallery, items }, tags, featured };
  } catch (error) {
    if (error instanceof ApiError) return { kind: 'failed', error };
    throw error;
  }
}
