/** The answer to a message that was taken: the same for every retry of it, but for the balance, which is the one of now. */
export interface Sent {
  ok: true;
  /** The fan's message; for another reply, or more of one, what it hangs below. */
  messageId: string;
  replyId: string;
  chargedMicrocoins: number;
  /** Set aside for a price by tokens. */
  heldMicrocoins: number;
  balanceMicrocoins: number;
}

/** What a sender is told as their message: where nothing was said, what the reply hangs below. */
export function messageIdOf({ messageId }: { messageId: string | null }, parentId: string | null): string {
  const id = messageId ?? parentId;
  if (id === null) throw new Error('a reply was written below nothing');
  return id;
}
