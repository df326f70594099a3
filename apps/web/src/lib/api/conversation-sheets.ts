import { createConversationSheetsClient } from '@troupe/api-client/conversation-sheets';
import { getAccessToken } from '@/lib/session/client';

/** What the sheets over a conversation ask of the API; it comes over the line with them. */
export const conversationSheetsApi = createConversationSheetsClient({ baseUrl: '/api', getToken: getAccessToken });
