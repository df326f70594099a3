import { type ApiClient, ApiError, createApiClient } from '@troupe/api-client';
import type { MetadataRoute } from 'next';
import { headers } from 'next/headers';
import { tagPath } from '@/features/discover/discover-query';
import { onBehalfOf } from '@/lib/api/on-behalf';
import { apiInternalUrl, webUrl } from '@/lib/env';

export const dynamic = 'force-dynamic';

/** More than this belongs into several sitemaps. */
const PAGES_MAX = 50;
const PAGE_ITEMS = 100;

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const base = webUrl();
  const fixed = ['/', '/legal/terms', '/legal/privacy', '/legal/refunds'].map((path) => ({ url: base + path }));
  try {
    const api = createApiClient({ baseUrl: apiInternalUrl(), headers: onBehalfOf(await headers()) });
    const [slugs, { tags }] = await Promise.all([publishedSlugs(api), api.personas.tags()]);
    return [
      ...fixed,
      ...tags.map(({ tag }) => ({ url: base + tagPath(tag) })),
      ...slugs.map((slug) => ({ url: `${base}/p/${slug}` })),
    ];
  } catch (error) {
    if (error instanceof ApiError) return fixed;
    throw error;
  }
}

async function publishedSlugs(api: ApiClient): Promise<string[]> {
  const slugs: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const { items, nextCursor } = await api.personas.list({ sort: 'new', limit: PAGE_ITEMS, cursor });
    slugs.push(...items.map((persona) => persona.slug));
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  return slugs;
}
