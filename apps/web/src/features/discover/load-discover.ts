import { ApiError } from '@troupe/api-client';
import type { ConversationListItem } from '@troupe/contracts/http/chat';
import type { Suggestions } from '@troupe/contracts/http/discovery';
import type { FoundPage, PersonaCard, PersonaPage, TagList } from '@troupe/contracts/http/persona';
import { serverApi } from '@/lib/api/server';
import type { DiscoverQuery } from './discover-query';
import { galleryOptions } from './gallery-options';

export interface Wall {
  gallery: FoundPage;
  tags: TagList['tags'];
}

export interface Front extends Wall {
  /** Somebody featured stands on the stage, and so not on the wall; null in an empty house. */
  star: PersonaPage | null;
  /** Who is featured beside them. */
  featured: PersonaCard[];
  suggested: Suggestions;
  /** Where the wall goes on for longer, so that they would be far down. */
  newcomers: PersonaCard[];
}

export type Loaded<Value> = ({ kind: 'ready' } & Value) | { kind: 'failed'; error: ApiError };

/** As many as a row of faces is good for. */
const CARRY_ON_MAX = 12;
const ROW_ITEMS = 10;
/** Fewer than this are no row. */
const ROW_ITEMS_MIN = 3;
const NOBODY: Suggestions = { because: null, items: [] };

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

/** The wall of an address. */
export async function loadWall(query: DiscoverQuery): Promise<Loaded<Wall>> {
  return orFailed(async () => readWall(query));
}

/** Everything on the front page. */
export async function loadFront(query: DiscoverQuery, signedIn: boolean): Promise<Loaded<Front>> {
  return orFailed(async () => {
    const api = await serverApi();
    const [wall, { items: onStage }, suggested] = await Promise.all([
      readWall(query),
      api.personas.featured(),
      signedIn ? api.personas.suggestions() : NOBODY,
    ]);
    const first = onStage[0] ?? wall.gallery.items[0];
    const [star, newest] = await Promise.all([
      first === undefined ? null : api.personas.get(first.slug),
      wall.gallery.nextCursor === null
        ? []
        : api.personas.list({ sort: 'new', limit: ROW_ITEMS }).then((page) => page.items),
    ]);
    return {
      ...wall,
      gallery: { ...wall.gallery, items: wall.gallery.items.filter((persona) => persona.id !== star?.id) },
      star,
      featured: row(onStage.filter((persona) => persona.id !== star?.id)),
      suggested: { because: suggested.because, items: row(suggested.items) },
      newcomers: row(newest),
    };
  });
}

/** As many as a row is good for; a few are none. */
const row = (personas: readonly PersonaCard[]): PersonaCard[] =>
  personas.length < ROW_ITEMS_MIN ? [] : personas.slice(0, ROW_ITEMS);

async function readWall(query: DiscoverQuery): Promise<Wall> {
  const api = await serverApi();
  const [gallery, { tags }] = await Promise.all([api.personas.list(galleryOptions(query)), api.personas.tags()]);
  return { gallery, tags };
}

async function orFailed<Value>(load: () => Promise<Value>): Promise<Loaded<Value>> {
  try {
    return { kind: 'ready', ...(await load()) };
  } catch (error) {
    if (error instanceof ApiError) return { kind: 'failed', error };
    throw error;
  }
}
