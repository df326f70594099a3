import type { TransportErrorCode } from '@troupe/api-client/error';
import type { ErrorCode } from '@troupe/contracts/errors';

export interface ErrorWords {
  title: string;
  hint: string;
}

/** Said for codes that need no words of their own. */
const FALLBACK: ErrorWords = {
  title: 'That didn’t work',
  hint: 'It’s on us, and it cost you nothing. Try again in a moment.',
};

const WORDS: Partial<Record<ErrorCode | TransportErrorCode, ErrorWords>> = {
  network: { title: 'We can’t reach the theatre', hint: 'Check your connection, then try again. Nothing was charged.' },
  timeout: { title: 'That took too long', hint: 'No answer came in time. Try again; you won’t pay twice.' },
  busy: { title: 'A full house', hint: 'We’re busy right now. Nothing was charged; try again in a moment.' },
  shutting_down: { title: 'One moment', hint: 'We’re restarting. Try again in a few seconds.' },
  rate_limited: { title: 'A little slower', hint: 'That was a lot at once. Wait a minute, then try again.' },
  unauthenticated: { title: 'Your session has ended', hint: 'Sign in again to carry on where you were.' },
  session_revoked: { title: 'Your session has ended', hint: 'Sign in again to carry on where you were.' },
  invalid_credentials: {
    title: 'That e-mail and password don’t match',
    hint: 'Check both, or create an account if you’re new here.',
  },
  email_taken: { title: 'This e-mail has an account already', hint: 'Sign in with it instead.' },
  validation_failed: { title: 'Something in the form isn’t right', hint: 'Check the fields and send it again.' },
  not_found: { title: 'There’s nobody here', hint: 'It may have been taken down, or the link is wrong.' },
  insufficient_coins: { title: 'Not enough coins', hint: 'Nothing was charged. Top up and send it again.' },
  spending_limit_reached: {
    title: 'That would pass a spending limit you set',
    hint: 'Nothing was sent and nothing was charged. Your limits are in your wallet.',
  },
  insufficient_earnings: {
    title: 'Not that much is ready yet',
    hint: 'Only matured earnings can be swapped. Nothing was moved.',
  },
  coins_too_young: {
    title: 'These coins are too young',
    hint: 'Only coins that you bought more than 7 days ago can be sent. Nothing was moved.',
  },
  gift_limit_reached: {
    title: 'That’s the most for now',
    hint: 'No more than 500 coins can be sent within 24 hours. Nothing was moved.',
  },
  recipient_is_self: { title: 'That’s you', hint: 'Coins can’t be sent to yourself.' },
  amount_out_of_range: {
    title: 'That amount can’t be moved',
    hint: 'It is too small or too large. Nothing was moved.',
  },
  spending_blocked: { title: 'Spending is paused', hint: 'Your wallet can’t spend right now. Nothing was charged.' },
  payment_provider_unavailable: {
    title: 'The box office didn’t answer',
    hint: 'Try again in a moment; you won’t pay twice.',
  },
  payment_refused: {
    title: 'The payment provider said no',
    hint: 'Nothing was done and nothing was charged. Try another way to pay.',
  },
  payment_mismatch: {
    title: 'That isn’t the amount we agreed on',
    hint: 'The payment is being looked at. Write to support before you pay again.',
  },
  promotion_not_available: {
    title: 'This code can’t be used',
    hint: 'It may be misspelt, used up or over. Nothing was charged.',
  },
  payout_below_minimum: {
    title: 'That is less than the smallest payout',
    hint: 'Ask for more, or wait until more has matured. Nothing was moved.',
  },
  receivable_open: {
    title: 'Something is owed to the house',
    hint: 'It has to be settled before anything is paid out. Nothing was moved.',
  },
  payout_related_payer: {
    title: 'This can’t be paid out',
    hint: 'Somebody who paid you shares a card or an account with you. Write to support; nothing was moved.',
  },
  payout_profile_required: { title: 'Who is paid?', hint: 'Fill in your legal name, country and tax id first.' },
  payout_destination_unverified: {
    title: 'This account isn’t ready',
    hint: 'Finish it with the provider first. Nothing was moved.',
  },
  too_many_payout_destinations: { title: 'That’s enough accounts', hint: 'Remove one that you no longer use.' },
  payout_under_way: { title: 'It is on its way already', hint: 'It can’t be changed any more.' },
  payout_already_decided: { title: 'Somebody was first', hint: 'This payout has been decided already.' },
  payouts_unavailable: {
    title: 'Payouts aren’t set up here yet',
    hint: 'Your earnings stay yours. Nothing was moved.',
  },
  content_blocked: {
    title: 'That can’t be said here',
    hint: 'A check held it back. Nothing was sent and nothing was charged.',
  },
  rating_not_earned: {
    title: 'Talk a little first',
    hint: 'Stars come from people who paid for at least three replies.',
  },
  persona_blocked: { title: 'You blocked this persona', hint: 'Unblock it to talk again. Nothing was charged.' },
  age_confirmation_required: {
    title: 'Only for people of 18 and over',
    hint: 'Confirm your age in your settings first. Nothing was charged.',
  },
  too_many_generations: {
    title: 'Too many replies at once',
    hint: 'Let one of them finish first, here or in another chat. Nothing was charged.',
  },
  reply_under_way: {
    title: 'That reply isn’t finished',
    hint: 'Wait for its end, or stop it. Nothing was charged.',
  },
  reply_already_ended: { title: 'It was over already', hint: 'The reply had ended before Stop arrived.' },
  preview_limit_reached: {
    title: 'No more previews today',
    hint: 'Talking to your own persona is free up to 50 messages a day. It goes on tomorrow.',
  },
  provider_failed: {
    title: 'They lost the thread',
    hint: 'It’s on us. What became of the coins stands under the reply.',
  },
  provider_timeout: { title: 'They took too long', hint: 'What became of the coins stands under the reply.' },
  provider_empty: { title: 'They said nothing', hint: 'The reply was empty, and its coins came back.' },
  generation_interrupted: {
    title: 'The reply was cut off',
    hint: 'The house had to restart. What it cost is on the receipt.',
  },
  idempotency_key_reused: {
    title: 'That was sent before',
    hint: 'Something else went out under the same name. Nothing more was charged; send it again.',
  },
  payload_too_large: { title: 'That’s too long', hint: 'Shorten it a little. Nothing was charged.' },
  name_taken: { title: 'That name is taken', hint: 'Another one has this name or code. Choose a different one.' },
  price_too_low: { title: 'That is too cheap', hint: 'A coin would cost less than a creator is paid for it.' },
  bad_answer: { title: 'We didn’t understand our own answer', hint: 'Reload the page; a newer version may be here.' },
  persona_not_published: {
    title: 'Nobody could see it yet',
    hint: 'Publish the persona first. What you wrote is still here.',
  },
  too_many_follows: { title: 'That’s a full house', hint: 'Leave somebody you follow, then follow again.' },
  price_changed: { title: 'The price has changed', hint: 'Nothing was charged. Look at the new price first.' },
  training_limit_reached: {
    title: 'That’s enough files for now',
    hint: 'A persona has up to 50, and 20 can be under way. Delete one, or let some finish.',
  },
  upload_stalled: {
    title: 'The line went quiet',
    hint: 'The file stopped coming. Try again, perhaps with a better line.',
  },
  storage_full: {
    title: 'Your house is full',
    hint: 'Your personas keep as much as one creator may. Delete one, or a lorebook that you don’t need.',
  },
  training_unavailable: { title: 'Files can’t be kept here yet', hint: 'This house has no key to encrypt them with.' },
  training_data_damaged: {
    title: 'This file is damaged',
    hint: 'What we keep of it can’t be read any more. Delete it and send it again.',
  },
};

/** What to tell people about an error: what happened, what it cost, what to do. Accepts any thrown value or a code. */
export function describeError(error: unknown): ErrorWords {
  return WORDS[errorCodeOf(error) as ErrorCode] ?? FALLBACK;
}

/** The code of an `ApiError` or of a string; `internal` for anything else. */
export function errorCodeOf(error: unknown): string {
  if (typeof error === 'string') return error;
  if (error !== null && typeof error === 'object' && 'code' in error && typeof error.code === 'string')
    return error.code;
  return 'internal';
}
