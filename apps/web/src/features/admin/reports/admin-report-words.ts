import type { Report, ReportOutcome } from '@troupe/contracts/http/moderation';

export const KIND_WORDS: Record<Report['kind'], string> = {
  message: 'A message',
  persona: 'A persona',
  post: 'A post',
};

export const OUTCOME_WORDS: Record<ReportOutcome, string> = { upheld: 'Upheld', dismissed: 'Dismissed' };
