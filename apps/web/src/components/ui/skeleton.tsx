import { cn } from '@/lib/cn';

/** A grey shape where content is about to be; give it the content's own size. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        'block animate-shimmer rounded-tight bg-[length:200%_100%] bg-linear-100 from-raised from-40% via-line via-50% to-raised to-60%',
        className,
      )}
    />
  );
}
