import { ApiError } from '@troupe/api-client';
import { notFound } from 'next/navigation';

/** What the API answers, for a page of one thing: somebody else's, one that is gone and a mistyped address are the same, not there. */
export async function orNotFound<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiError && (error.status === 404 || error.code === 'validation_failed')) notFound();
    throw error;
  }
}
