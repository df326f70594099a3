const PREFIX = 'conversation:';

/** The room of everybody who watches a conversation: its fan's own tabs and devices. */
export const conversationRoom = (conversationId: string): string => `${PREFIX}${conversationId}`;

/** A socket is in other rooms too: its own, its user's, its session's. */
export const isConversationRoom = (room: string): boolean => room.startsWith(PREFIX);
