import { cn } from '@/lib/cn';

export type StatusTone = 'plain' | 'good' | 'wait' | 'bad';

const TONES: Record<StatusTone, string> = {
  plain: 'text-muted',
  good: 'text-success-ink',
  wait: 'text-amber-ink',
  bad: 'text-danger-ink',
};

/** A state in a word or two; the colour only repeats it. */
export function StatusChip({ label, tone, className }: { label: string; tone: StatusTone; className?: string }) {
  return <span className={cn('status-chip', TONES[tone], className)}>{label}</span>;
}
