import type { ApiClient } from '@troupe/api-client';
import { createApiClient } from '@troupe/api-client';
import { headers } from 'next/headers';
import { cache } from 'react';
import { apiInternalUrl } from '@/lib/env';
import { getServerSession } from '@/lib/session/server';
import { onBehalfOf } from './on-behalf';

/** A page is waiting: better an honest error state than a browser that spins. */
const TIMEOUT_MS = 6_000;

/** The API on behalf of whoever asked for this page; one client a request. Throws `ApiError`. */
export const serverApi = cache(async (): Promise<ApiClient> => {
  const session = await getServerSession();
  return createApiClient({
    baseUrl: apiInternalUrl(),
    timeoutMs: TIMEOUT_MS,
    headers: onBehalfOf(await headers()),
    // Renewal is the proxy's: a server component can't set the cookie that rotation needs.
    getToken: async ({ renew }) => (renew ? null : (session?.token ?? null)),
  });
});
