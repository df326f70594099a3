const MARK = /#[0-9a-f-]{36}/;

/** What a fan says: it carries its own id, so that the reply to it can be told from every other one. */
export const contentFor = (clientMessageId) => `Tell me of the lamp #${clientMessageId}`;

/** The mark in what was said, with which the model begins its reply. */
export const markIn = (text) => text.match(MARK)?.[0] ?? '';
