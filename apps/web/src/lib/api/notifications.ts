import { createNotificationClient } from '@troupe/api-client/notifications';
import { getAccessToken } from '@/lib/session/client';

/** The bell's part of the API from the browser: it hangs on every page. */
export const notificationApi = createNotificationClient({ baseUrl: '/api', getToken: getAccessToken });
