import { Button } from './button';

/** Below a list: the next page of it, where there is one. */
export function ShowMore({ more }: { more: { busy: boolean; show: () => void } | null }) {
  if (more === null) return null;
  return (
    <Button variant="quiet" busy={more.busy} onClick={more.show} className="justify-self-start">
      Show more
    </Button>
  );
}
