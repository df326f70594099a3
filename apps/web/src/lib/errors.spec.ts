import { describeError } from './errors';

/** What a chat can be answered, by socket and by HTTP, and what can go wrong on the way. */
const CHAT_CODES = [
  'validation_failed',
  'unauthenticated',
  'session_revoked',
  'insufficient_coins',
  'spending_limit_reached',
  'spending_blocked',
  'not_found',
  'price_changed',
  'idempotency_key_reused',
  'reply_under_way',
  'reply_already_ended',
  'payload_too_large',
  'too_many_generations',
  'preview_limit_reached',
  'content_blocked',
  'persona_blocked',
  'age_confirmation_required',
  'rate_limited',
  'provider_failed',
  'provider_timeout',
  'provider_empty',
  'generation_interrupted',
  'busy',
  'shutting_down',
  'network',
  'timeout',
  'bad_answer',
];

describe('words for errors', () => {
  it.each(CHAT_CODES)('%s has words of its own', (code) => {
    const fallback = describeError('a code that nobody knows');
    expect(describeError(code)).not.toEqual(fallback);
    expect(describeError(code).hint).toMatch(/[.]$/);
  });
});
