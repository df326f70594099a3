import path from 'node:path';
import type { NextConfig } from 'next';

const { API_INTERNAL_URL: apiUrl = 'http://127.0.0.1:3001', NEXT_DIST: distDir = '.next' } = process.env;

/** NextAuth answers these itself; `/api/auth/sessions` and the rest of `/api` belong to the API. */
const NEXT_AUTH_ACTIONS = 'signin|signout|callback|session|csrf|providers|error|verify-request|_log';

/** For operators, who reach the API itself. */
const OPERATORS_ROUTES = 'metrics|health';

/** For everything: nothing is taken for what it doesn't say that it is. */
const typeHeaders = [{ key: 'X-Content-Type-Options', value: 'nosniff' }];

/** For what can be a page; on a script or a font these mean nothing, and a chat loads a dozen of them. */
const pageHeaders = [
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(self), microphone=(self), geolocation=(), payment=(self)' },
];

const config: NextConfig = {
  // Two builds side by side (a check beside a running server) need two folders.
  distDir,
  poweredByHeader: false,
  reactStrictMode: true,
  // 11 kB of styles in the page itself: a phone on a slow line paints one round trip earlier.
  experimental: { inlineCss: true },
  transpilePackages: ['@troupe/api-client', '@troupe/contracts'],
  turbopack: { root: path.resolve(import.meta.dirname, '../..') },
  headers: async () => [
    { source: '/:path*', headers: typeHeaders },
    { source: '/:path((?!_next/static/).*)', headers: pageHeaders },
  ],
  rewrites: async () => ({
    beforeFiles: [
      {
        source: `/api/:path((?!(?:auth/(?:${NEXT_AUTH_ACTIONS})|${OPERATORS_ROUTES})(?:/|$)).*)`,
        destination: `${apiUrl}/:path`,
      },
    ],
    // Creators are at @handle; Next keeps folders that begin with @ for itself.
    afterFiles: [{ source: '/@:handle', destination: '/creators/:handle' }],
    fallback: [],
  }),
};

export default config;
