import type { MetadataRoute } from 'next';
import { webUrl } from '@/lib/env';

export const dynamic = 'force-dynamic';

export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      disallow: ['/api/', '/chat', '/wallet', '/studio', '/checkout', '/settings', '/admin'],
      allow: '/api/media/',
    },
    sitemap: `${webUrl()}/sitemap.xml`,
  };
}
