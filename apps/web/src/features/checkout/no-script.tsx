import { Button } from '@/components/ui/button';

/** The provider's own form could not be had. */
export function NoScript({ name, onAgain }: { name: string; onAgain: () => void }) {
  return (
    <div className="grid justify-items-start gap-3">
      <div role="alert" className="grid gap-1">
        <p className="font-medium">{name} could not be reached.</p>
        <p className="text-muted">
          Nothing was charged. A blocker in your browser may be in its way, or the connection.
        </p>
      </div>
      <Button variant="quiet" onClick={onAgain}>
        Try again
      </Button>
    </div>
  );
}
