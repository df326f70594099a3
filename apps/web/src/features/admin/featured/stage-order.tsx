'use client';

import type { PersonaCard } from '@troupe/contracts/http/persona';
import { LIMITS } from '@troupe/contracts/limits';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Avatar } from '@/components/ui/portrait';
import { useAct } from '../use-act';
import { FindPersona } from './find-persona';

/** The stage as it is, and as it is going to be: moved about here, and saved as a whole. */
export function StageOrder({ onStage }: { onStage: readonly PersonaCard[] }) {
  const { busy, act } = useAct();
  const [order, setOrder] = useState(onStage);
  const changed = order.map((persona) => persona.id).join() !== onStage.map((persona) => persona.id).join();

  function move(from: number, by: -1 | 1) {
    const moved = order[from];
    if (moved === undefined) return;
    setOrder(order.toSpliced(from, 1).toSpliced(from + by, 0, moved));
  }

  async function save() {
    const { browserApi } = await import('@/lib/api/browser');
    const personaIds = order.map((persona) => persona.id);
    await act('save', 'The stage is set', () => browserApi.admin.setFeatured({ personaIds }));
  }

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <p className="max-w-[60ch] text-muted">
        The first stands under the light of the front page, the others beside them. At most {LIMITS.featuredMax}. Each
        save is kept in the audit trail.
      </p>
      {order.length === 0 ? (
        <p>Nobody: the front page shows who trends most.</p>
      ) : (
        <ol className="grid grid-cols-[minmax(0,1fr)] gap-2">
          {order.map((persona, index) => (
            <li key={persona.id} className="flex items-center gap-3 rounded-card border border-line p-2 pl-3">
              <span className="w-5 font-mono text-sm text-muted tabular-nums">{index + 1}</span>
              <Avatar persona={persona} />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{persona.name}</span>
                <span className="block truncate text-sm text-muted">@{persona.creator.handle}</span>
              </span>
              <Button
                variant="ghost"
                size="icon"
                aria-label={`${persona.name}: up`}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              >
                <ArrowUp size={18} aria-hidden="true" />
              </Button>
              <Button
                variant="ghost"
                size="icon"
                aria-label={`${persona.name}: down`}
                disabled={index === order.length - 1}
                onClick={() => move(index, 1)}
              >
                <ArrowDown size={18} aria-hidden="true" />
              </Button>
              <Button
                variant="ghost"
                size="icon"
                aria-label={`${persona.name}: off the stage`}
                onClick={() => setOrder(order.toSpliced(index, 1))}
              >
                <X size={18} aria-hidden="true" />
              </Button>
            </li>
          ))}
        </ol>
      )}
      <div className="flex flex-wrap gap-3">
        <Button busy={busy === 'save'} disabled={!changed} onClick={save}>
          Save the order
        </Button>
        {changed ? (
          <Button variant="ghost" onClick={() => setOrder(onStage)}>
            Undo changes
          </Button>
        ) : null}
      </div>
      {order.length < LIMITS.featuredMax ? (
        <FindPersona
          without={order.map((persona) => persona.id)}
          onFound={(persona) => setOrder([...order, persona])}
        />
      ) : null}
    </div>
  );
}
