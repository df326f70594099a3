import { ECONOMY } from '@troupe/contracts/economy';
import { LIMITS } from '@troupe/contracts/limits';
import { AppError, notFound } from '../../platform/errors/app-error.ts';

export const conversationNotFound = (): AppError => notFound('This conversation');
export const personaGone = (): AppError => notFound('This persona');
export const personaBlocked = (): AppError =>
  new AppError('persona_blocked', 'You blocked this persona: unblock it to talk again. Nothing was charged');
export const replyNotFound = (): AppError => notFound('This reply');
export const busy = (): AppError => new AppError('busy', 'We are very busy: please try again in a moment');
export const messageNotFound = (): AppError => notFound('This message');
export const replyUnderWay = (): AppError =>
  new AppError('reply_under_way', 'This reply is still being written: stop it or let it finish first');
export const greetingStays = (): AppError => new AppError('forbidden', 'A greeting can’t be deleted');
export const branchTooLong = (): AppError =>
  new AppError('validation_failed', `At most ${LIMITS.branchMessagesMax} messages can be deleted at once`);
export const replyEnded = (): AppError => new AppError('reply_already_ended', 'This reply has ended already');
export const shuttingDown = (): AppError =>
  new AppError('shutting_down', 'We are restarting: please try again in a moment');
export const insufficientCoins = (): AppError =>
  new AppError('insufficient_coins', 'Not enough coins for this message: nothing was sent and nothing was charged');
export const spendingLimitReached = (): AppError =>
  new AppError('spending_limit_reached', 'This message is above a spending limit of yours: nothing was charged');
export const spendingBlocked = (): AppError => new AppError('spending_blocked', 'Spending from this wallet is blocked');
export const keyReused = (): AppError =>
  new AppError('idempotency_key_reused', 'This clientMessageId was used for another message');
export const priceChanged = (priceMicrocoins: bigint): AppError =>
  new AppError('price_changed', 'The price has changed: nothing was charged', {
    priceMicrocoins: Number(priceMicrocoins),
  });
export const tooManyGenerations = (): AppError =>
  new AppError(
    'too_many_generations',
    `At most ${LIMITS.generationsPerFanMax} replies at a time: let one finish first`,
  );
export const tooManyRooms = (): AppError =>
  new AppError('rate_limited', 'This connection watches too many conversations');
export const previewLimitReached = (): AppError =>
  new AppError(
    'preview_limit_reached',
    `Your own persona answers ${ECONOMY.previewMessagesPerDayMax} messages a day for free`,
  );
