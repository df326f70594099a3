import type { PaymentProviderName } from '@troupe/contracts/http/payment';
import { apiPublicUrl } from './env';

type Widened = 'connect-src' | 'frame-src' | 'img-src' | 'form-action';

/**
 * What a provider's sheet needs beside its script, which the page's own code adds and `strict-dynamic` therefore trusts. Razorpay sends some banks' forms
 * from our page into a window of theirs.
 */
const PROVIDER_SOURCES: Record<PaymentProviderName, Partial<Record<Widened, string>>> = {
  stripe: {
    'connect-src': 'https://api.stripe.com',
    'frame-src': 'https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com',
  },
  razorpay: {
    'connect-src': 'https://api.razorpay.com https://lumberjack.razorpay.com',
    'frame-src': 'https://api.razorpay.com https://checkout.razorpay.com',
    'img-src': 'https://cdn.razorpay.com',
    'form-action': 'https://api.razorpay.com',
  },
  sandbox: {},
};

/** The page's Content-Security-Policy: own scripts by nonce, own pictures, the API's origin for the socket, and what these providers' sheets need. */
export function contentSecurityPolicy(nonce: string, providers: readonly PaymentProviderName[] = []): string {
  const development = process.env.NODE_ENV === 'development';
  const api = apiPublicUrl();
  const of = (directive: Widened) =>
    providers.flatMap((name) => PROVIDER_SOURCES[name][directive] ?? []).map((source) => ` ${source}`);
  const directives = {
    'default-src': "'self'",
    // React's development build evaluates code to rebuild stack traces.
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // Style attributes carry a persona's hue; they can't take a nonce.
    'style-src': "'self' 'unsafe-inline'",
    'img-src': `'self' data: blob:${of('img-src').join('')}`,
    'font-src': "'self'",
    'frame-src': `'self'${of('frame-src').join('')}`,
    'connect-src': `'self' ${api} ${api.replace(/^http/, 'ws')}${development ? ' ws:' : ''}${of('connect-src').join('')}`,
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': `'self'${of('form-action').join('')}`,
    'frame-ancestors': "'none'",
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
