import { createApiClient } from '@troupe/api-client';
import type { PaymentProviderName } from '@troupe/contracts/http/payment';
import { onBehalfOf } from '@/lib/api/on-behalf';
import { apiInternalUrl } from '@/lib/env';

/** Providers change with a restart of the API, and a page that hears of it a minute late still works without their sheets. */
const FRESH_MS = 60_000;
/** After an API that didn't answer, pages go out without its word for a moment rather than wait for it one by one. */
const AFTER_FAILURE_MS = 5_000;
const TIMEOUT_MS = 1_500;

let known: { names: readonly PaymentProviderName[]; until: number } = { names: [], until: 0 };
let asking: Promise<void> | null = null;

/** The providers that the API has set up, asked at most once a minute by this process on behalf of somebody who is signed in. Never throws. */
export async function knownProviders(token: string, headers: Headers): Promise<readonly PaymentProviderName[]> {
  if (Date.now() >= known.until) {
    const first = known.until === 0;
    asking ??= ask(token, headers).finally(() => {
      asking = null;
    });
    // Later on, the last word is good enough while a newer one is on its way.
    if (first) await asking;
  }
  return known.names;
}

async function ask(token: string, headers: Headers): Promise<void> {
  const api = createApiClient({
    baseUrl: apiInternalUrl(),
    timeoutMs: TIMEOUT_MS,
    headers: onBehalfOf(headers),
    getToken: async ({ renew }) => (renew ? null : token),
  });
  try {
    const { providers } = await api.payment.providers();
    known = { names: providers.map(({ name }) => name), until: Date.now() + FRESH_MS };
  } catch {
    // Without an answer the last one stands; the page itself says that the API is away.
    known = { names: known.names, until: Date.now() + AFTER_FAILURE_MS };
  }
}
