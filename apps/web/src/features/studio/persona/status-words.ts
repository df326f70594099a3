import type { PersonaStatus } from '@troupe/contracts/http/creator-persona';
import type { StatusTone } from '@/components/ui/status-chip';

/** A persona's state in a word. */
export const STATUS_WORDS: Readonly<Record<PersonaStatus, { label: string; tone: StatusTone }>> = {
  draft: { label: 'Draft', tone: 'wait' },
  published: { label: 'On stage', tone: 'good' },
  unpublished: { label: 'Off stage', tone: 'plain' },
};
