import { ApiError } from '@troupe/api-client';
import type { Audience, PostsPage } from '@troupe/contracts/http/community';
import { serverApi } from '@/lib/api/server';

const FIRST_POSTS = 6;

/** Who follows a persona and what it posted; null for what can't be read right now, because the page works without. */
export async function loadProfile(personaId: string): Promise<{ audience: Audience | null; posts: PostsPage | null }> {
  const { community } = await serverApi();
  const [audience, posts] = await Promise.all([
    orNull(community.audience(personaId)),
    orNull(community.posts(personaId, { limit: FIRST_POSTS })),
  ]);
  return { audience, posts };
}

async function orNull<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
}
