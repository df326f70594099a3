'use client';

import { EyeOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { describeError } from '@/lib/errors';
import { toast } from '@/lib/toast';

type State = 'shown' | 'hiding' | 'hidden' | 'returning';

/** Puts a card away: out of every list from now on, and back with one tap as long as this page stands. */
export function HidePersona({ personaId, name }: { personaId: string; name: string }) {
  const [state, setState] = useState<State>('shown');
  const back = useRef<HTMLButtonElement>(null);
  const veiled = state === 'hidden' || state === 'returning';

  // The focus was on a button that is gone.
  useEffect(() => {
    if (state === 'hidden') back.current?.focus();
  }, [state]);

  async function move(on: 'hiding' | 'returning') {
    setState(on);
    try {
      const { browserApi } = await import('@/lib/api/browser');
      await (on === 'hiding' ? browserApi.personas.block(personaId) : browserApi.personas.unblock(personaId));
      setState(on === 'hiding' ? 'hidden' : 'shown');
    } catch (error) {
      toast({ ...describeError(error), tone: 'danger' });
      setState(on === 'hiding' ? 'shown' : 'hidden');
    }
  }

  if (!veiled) {
    return (
      <button
        type="button"
        aria-label={`Hide ${name}`}
        title="Hide"
        aria-busy={state === 'hiding' || undefined}
        onClick={() => state === 'shown' && move('hiding')}
        className="hide-persona"
      >
        <EyeOff size={18} strokeWidth={1.8} aria-hidden="true" />
      </button>
    );
  }
  return (
    <div className="hidden-persona">
      <p role="status" className="text-pretty">
        You won’t meet <bdi className="font-semibold">{name}</bdi> again.
      </p>
      <Button ref={back} variant="quiet" busy={state === 'returning'} onClick={() => move('returning')}>
        Undo
      </Button>
    </div>
  );
}
