/** What a lorebook's delays, sticky times and cooldowns ask of the way that leads to what is answered. */
export interface LorePath {
  /** Messages on it, as far as anything asks for them. */
  messages: number;
  /** Replies on it with which entries began to be sticky or to cool down; `depth` 1 is the last message. */
  begun: readonly { replyId: string; entryIds: readonly string[]; depth: number }[];
}

/** Ids of the messages of the way, oldest first; only those that something began with have one. */
export function idsOf({ messages, begun }: LorePath): string[] {
  const ids = Array.from({ length: messages }, () => '');
  for (const { replyId, depth } of begun) if (depth <= messages) ids[messages - depth] = replyId;
  return ids;
}
