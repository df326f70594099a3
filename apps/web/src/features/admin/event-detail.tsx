'use client';

import type { WebhookEventDetail } from '@troupe/contracts/http/admin-payments';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useOnce } from '@/features/wallet/use-once';
import { browserApi } from '@/lib/api/browser';
import { ReasonForm } from './reason-form';
import { useAct } from './use-act';

/** One event with what the provider posted, word for word, and what can be done about it. */
export function EventDetail({ detail: { event, body } }: { detail: WebhookEventDetail }) {
  const { provider, eventId, state, paymentId, errorCode, tries } = event;
  const { busy, act } = useAct();
  const once = useOnce();
  const [refunding, setRefunding] = useState(false);
  const refund = async (id: string, reason: string) => {
    const idempotencyKey = once.keyFor(`${id} ${reason}`);
    const done = await act('refund', 'Given back', () => browserApi.admin.refund(id, { reason }, { idempotencyKey }));
    if (!done) return;
    once.done();
    setRefunding(false);
  };
  return (
    <div className="grid gap-4">
      <p>
        {provider} <span className="font-mono text-sm break-all">{eventId}</span>
        <span className="block text-muted">
          {state}
          {errorCode === null ? '' : `: ${errorCode}`}, tried {tries} times
          {paymentId === null ? '' : `, payment ${paymentId}`}
        </span>
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          busy={busy === 'replay'}
          onClick={() => act('replay', 'Replayed', () => browserApi.admin.replay({ provider, eventId }))}
        >
          Replay it
        </Button>
        {paymentId === null ? null : (
          <Button variant="quiet" onClick={() => setRefunding(true)}>
            Give the money back
          </Button>
        )}
      </div>
      {refunding && paymentId !== null ? (
        <ReasonForm
          action="Give all that is left back"
          hint="Kept in the trail."
          busy={busy === 'refund'}
          onSend={(reason) => void refund(paymentId, reason)}
          onBack={() => setRefunding(false)}
        />
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable without a pointer */}
      <section aria-label="Body" tabIndex={0} className="admin-body">
        {body ?? 'The body is no longer kept.'}
      </section>
    </div>
  );
}
