import { ApiError } from '@troupe/api-client';
import { slugParam } from '@troupe/contracts/http/persona';
import { LIMITS } from '@troupe/contracts/limits';
import type { NextRequest } from 'next/server';
import { serverApi } from '@/lib/api/server';
import { loginPath } from '@/lib/next-path';
import { getServerSession } from '@/lib/session/server';

/**
 * Opens a conversation with `?persona=<slug>` and leads into it. It is where a visitor returns after signing in, and
 * where the Start chat link goes without JavaScript.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const { searchParams, pathname, search } = request.nextUrl;
  const slug = slugParam.safeParse({ slug: searchParams.get('persona') });
  if (!slug.success) return seeOther('/');
  const personaPath = `/p/${slug.data.slug}`;
  // Opening a conversation is free but leaves a row: a foreign page must not do it for somebody.
  if (request.headers.get('sec-fetch-site') === 'cross-site') return seeOther(personaPath);
  if ((await getServerSession()) === null) return seeOther(loginPath(pathname + search));
  try {
    const api = await serverApi();
    const persona = await api.personas.get(slug.data.slug);
    const conversation = await api.chat.createConversation(persona.id);
    return seeOther(`/chat/${conversation.id}${draftQuery(searchParams.get('draft'))}`);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return seeOther(error.code === 'unauthenticated' ? loginPath(pathname + search) : `${personaPath}?start=failed`);
  }
}

function draftQuery(draft: string | null): string {
  if (draft === null || draft.length > LIMITS.messageCharsMax) return '';
  return `?draft=${encodeURIComponent(draft)}`;
}

/** Relative, so that it holds behind any proxy. */
function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
