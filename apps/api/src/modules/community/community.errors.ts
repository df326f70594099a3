import { LIMITS } from '@troupe/contracts/limits';
import { AppError, notFound } from '../../platform/errors/app-error.ts';

export const postNotFound = (): AppError => notFound('This post');
export const personaNotFound = (): AppError => notFound('This persona');
export const fanNotFound = (): AppError => notFound('This fan');
export const notPublished = (): AppError =>
  new AppError('persona_not_published', 'Nobody could see it yet: publish the persona first');
export const matureNotMarked = (): AppError =>
  new AppError('content_blocked', 'This is for adults, and the persona isn’t marked as such');
export const tooManyPosts = (): AppError =>
  new AppError('rate_limited', `At most ${LIMITS.postsPerDayMax} posts a day: each is told to every follower`);
export const saysNothing = (): AppError =>
  new AppError('validation_failed', 'Some fields are not right', [
    { path: 'text', problem: 'must have words or a picture' },
  ]);
export const tooManyFollows = (): AppError =>
  new AppError('too_many_follows', `You follow ${LIMITS.followsMax} personas already: leave one first`);
