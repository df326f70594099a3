'use client';

import type { ReportDetail, ReportOutcome } from '@troupe/contracts/http/moderation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { browserApi } from '@/lib/api/browser';
import { ReasonForm } from '../reason-form';
import { useAct } from '../use-act';

type Act = 'remove' | ReportOutcome;

const ACTS = {
  remove: {
    label: 'Remove the post',
    action: 'Remove it and uphold the report',
    hint: 'Its creator reads this. Kept in the trail.',
    done: 'The post is removed',
  },
  upheld: {
    label: 'Uphold',
    action: 'Uphold the report',
    hint: 'What was done about it. Kept with the report.',
    done: 'The report is upheld',
  },
  dismissed: {
    label: 'Dismiss',
    action: 'Dismiss the report',
    hint: 'Kept with the report.',
    done: 'The report is dismissed',
  },
} as const;

/** How a report ends: each way asks for its reason. */
export function ReportActions({ report: { id, kind, subjectId } }: { report: ReportDetail }) {
  const { busy, act } = useAct();
  const [chosen, setChosen] = useState<Act | null>(null);
  const send = async (what: Act, reason: string) => {
    const done = await act(what, ACTS[what].done, async () => {
      // Both can be sent again: of a removal that worked and an end that didn't, the end is what is missing.
      if (what === 'remove') await browserApi.admin.removePost(subjectId, { reason });
      await browserApi.reports.resolve(id, { outcome: what === 'remove' ? 'upheld' : what, note: reason });
    });
    if (done) setChosen(null);
  };
  if (chosen !== null) {
    const { action, hint } = ACTS[chosen];
    return (
      <ReasonForm
        action={action}
        hint={hint}
        busy={busy === chosen}
        onSend={(reason) => void send(chosen, reason)}
        onBack={() => setChosen(null)}
      />
    );
  }
  return (
    <div className="flex flex-wrap gap-2">
      {kind === 'post' ? <Button onClick={() => setChosen('remove')}>{ACTS.remove.label}</Button> : null}
      <Button variant="quiet" onClick={() => setChosen('upheld')}>
        {ACTS.upheld.label}
      </Button>
      <Button variant="quiet" onClick={() => setChosen('dismissed')}>
        {ACTS.dismissed.label}
      </Button>
    </div>
  );
}
