import { createChatClient } from '@troupe/api-client/chat';
import { getAccessToken } from '@/lib/session/client';

/** The chat's part of the API from the browser: what a conversation needs before anything is clicked. */
export const chatApi = createChatClient({ baseUrl: '/api', getToken: getAccessToken });
