import { ApiError } from '@troupe/api-client';
import type { PersonaCard } from '@troupe/contracts/http/persona';
import { slugParam } from '@troupe/contracts/http/persona';
import { serverApi } from '@/lib/api/server';

/** Whom the visitor was about to talk to, by the address that they come back to; else somebody popular. */
export async function loadWaiting(next: string): Promise<PersonaCard | null> {
  const api = await serverApi();
  const slug = slugOf(next);
  try {
    if (slug !== null) return await api.personas.get(slug);
    const { items } = await api.personas.list({ limit: 1 });
    return items[0] ?? null;
  } catch (error) {
    // A picture beside the form is not worth failing the form for.
    if (error instanceof ApiError) return null;
    throw error;
  }
}

function slugOf(next: string): string | null {
  const url = URL.parse(next, 'http://troupe.invalid');
  const slug =
    url?.pathname === '/chat/start' ? url.searchParams.get('persona') : /^\/p\/([^/]+)$/.exec(url?.pathname ?? '')?.[1];
  const parsed = slugParam.safeParse({ slug });
  return parsed.success ? parsed.data.slug : null;
}
