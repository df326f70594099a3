'use client';

import { EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { describeError } from '@/lib/errors';
import { toast } from '@/lib/toast';

/** Takes a persona out of one's own gallery, search and library, and back. */
export function HidePersona({ personaId, name, initial }: { personaId: string; name: string; initial: boolean }) {
  const [hidden, setHidden] = useState(initial);
  const [busy, setBusy] = useState(false);

  async function toggle() {
    setBusy(true);
    try {
      const { browserApi } = await import('@/lib/api/browser');
      await (hidden ? browserApi.personas.unblock(personaId) : browserApi.personas.block(personaId));
      setHidden(!hidden);
    } catch (error) {
      toast({ ...describeError(error), tone: 'danger' });
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="grid justify-items-start gap-2">
      <p role="status" className="text-sm text-muted empty:hidden">
        {hidden
          ? `${name} is hidden: not in your gallery, search or library. What you said to each other stays.`
          : null}
      </p>
      <Button variant="ghost" busy={busy} onClick={toggle} className="-ml-4 max-w-full px-4 text-muted">
        <EyeOff size={18} strokeWidth={1.8} aria-hidden="true" />
        <span className="truncate">{hidden ? `Show ${name} again` : `Hide ${name}`}</span>
      </Button>
    </div>
  );
}
