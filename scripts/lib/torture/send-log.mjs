import { contentFor } from './content.mjs';

/** Refusals after which a client need not ask again: this attempt left nothing behind. */
const FINAL_REFUSALS = new Set([
  'insufficient_coins',
  'spending_blocked',
  'spending_limit_reached',
  'too_many_generations',
  'price_changed',
  'not_found',
]);
const isFinal = (code) => FINAL_REFUSALS.has(code);

/** What one fan asked and was told. Answers that contradict one another are a fault at once. */
export function createSendLog(figures) {
  const sends = [];
  const endings = new Map();

  function refused(send, code, sentAtMs) {
    figures.count(`refused: ${code}`);
    send.refusals.push(code);
    // A retry of what was acknowledged before it was sent: only the machinery may turn it away, never the rules.
    if (send.ackedAtMs !== undefined && send.ackedAtMs < sentAtMs && isFinal(code)) {
      figures.fault('answers', send.clientMessageId, `acknowledged, then refused with ${code}`);
    }
  }

  return {
    sends,
    /** How replies ended, as the sockets told it: reply → text. */
    endings,
    open(clientMessageId, { id: conversationId, priceMicrocoins }) {
      const content = contentFor(clientMessageId);
      const send = { clientMessageId, conversationId, content, priceMicrocoins, attempts: 0, refusals: [], answers: 0 };
      sends.push(send);
      figures.count('messages');
      return send;
    },
    answered(send, ack, sentAtMs) {
      send.answers += 1;
      if (!ack.ok) return refused(send, ack.code, sentAtMs);
      const { messageId, replyId, chargedMicrocoins } = ack;
      const first = send.ack;
      send.ack ??= { messageId, replyId, chargedMicrocoins };
      send.ackedAtMs ??= performance.now();
      figures.count(first === undefined ? 'acknowledged' : 'duplicates answered');
      if (first === undefined) return;
      if (first.messageId === messageId && first.replyId === replyId && first.chargedMicrocoins === chargedMicrocoins)
        return;
      figures.fault('answers', send.clientMessageId, `first ${JSON.stringify(first)}, then ${JSON.stringify(ack)}`);
    },
    lost(error, clientMessageId) {
      if (error.code === 'bad_answer') figures.fault('contract', clientMessageId, error.message);
      figures.count(`answers lost: ${error.code ?? error.name}`);
    },
    ended(replyId, status, { refundedMicrocoins }) {
      const seen = endingOf(status, refundedMicrocoins);
      const before = endings.get(replyId) ?? seen;
      endings.set(replyId, seen);
      if (before !== seen) figures.fault('answers', replyId, `ended as ${before}, and as ${seen}`);
    },
    isSettled: (send) => send.ack !== undefined || send.refusals.some(isFinal),
    /** Every attempt was answered, and each with a refusal that leaves nothing behind. */
    isRefused: (send) => send.refusals.length === send.attempts && send.refusals.every(isFinal),
  };
}

/** How a reply ended, as text that can be compared. */
export const endingOf = (status, refundedMicrocoins) => `${status}, refunded ${refundedMicrocoins}`;
