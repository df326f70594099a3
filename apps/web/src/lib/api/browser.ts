import { createApiClient } from '@troupe/api-client';
import { getAccessToken } from '@/lib/session/client';

/**
 * The API from the browser, through the web app's own origin. It brings the contracts' validation with it (about 60 kB
 * raw), so pages that only need it after a click load it then: `await import('@/lib/api/browser')`.
 */
export const browserApi = createApiClient({ baseUrl: '/api', getToken: getAccessToken });
