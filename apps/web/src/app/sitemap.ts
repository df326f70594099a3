import { ApiError, createApiClient } from '@troupe/api-client';
import type { MetadataRoute } from 'next';
import { headers } from 'next/headers';
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
    const slugs = await publishedSlugs();
    return [...fixed, ...slugs.map((slug) => ({ url: `${base}/p/${slug}` }))];
  } catch (error) {
    if (error instanceof ApiError) return fixed;
    throw error;
  }
}

async function publishedSlugs(): Promise<string[]> {
  const api = createApiClient({ baseUrl: apiInternalUrl(), headers: onBehalfOf(await headers()) });
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
