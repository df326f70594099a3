import { apiPublicUrl } from '@/lib/env';

/** The page's Content-Security-Policy: own scripts by nonce, own pictures, and the API's origin for the socket. */
export function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === 'development';
  const api = apiPublicUrl();
  const directives = {
    'default-src': "'self'",
    // React's development build evaluates code to rebuild stack traces.
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // Style attributes carry a persona's hue; they can't take a nonce.
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': `'self' ${api} ${api.replace(/^http/, 'ws')}${development ? ' ws:' : ''}`,
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
