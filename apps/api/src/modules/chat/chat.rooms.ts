/** The room of everybody who watches a conversation: its fan's own tabs and devices. */
export const conversationRoom = (conversationId: string): string => `conversation:${conversationId}`;
