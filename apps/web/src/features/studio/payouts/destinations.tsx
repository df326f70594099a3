'use client';

import type { PayoutDestination, PayoutOffer } from '@troupe/contracts/http/payout';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { StatusChip } from '@/components/ui/status-chip';
import { browserApi } from '@/lib/api/browser';
import { describeError } from '@/lib/errors';
import { toast } from '@/lib/toast';
import { AddDestination } from './add-destination';

interface DestinationsProps {
  destinations: readonly PayoutDestination[];
  offers: readonly PayoutOffer[];
  /** Without it, nobody knows whose account it would be. */
  hasProfile: boolean;
}

export const PROVIDER_NAMES: Record<PayoutOffer['provider'], string> = {
  stripe: 'Stripe',
  razorpay: 'Razorpay',
  sandbox: 'Sandbox bank',
};

/** Where the money goes. */
export function Destinations({ destinations, offers, hasProfile }: DestinationsProps) {
  const [adding, setAdding] = useState(false);
  return (
    <section aria-labelledby="destinations" className="card">
      <h2 id="destinations" className="text-lg">
        Where it goes
      </h2>
      {destinations.length === 0 ? (
        <p className="text-muted">
          {hasProfile ? 'No account yet.' : 'Once it is known who is paid, an account can be added here.'}
        </p>
      ) : (
        <ul className="grid gap-3">
          {destinations.map((destination) => (
            <Destination key={destination.id} destination={destination} />
          ))}
        </ul>
      )}
      {adding ? (
        <AddDestination offers={offers} onDone={() => setAdding(false)} />
      ) : (
        <Button
          variant="quiet"
          disabled={!hasProfile || offers.length === 0}
          onClick={() => setAdding(true)}
          className="justify-self-start"
        >
          Add an account
        </Button>
      )}
    </section>
  );
}

function Destination({ destination }: { destination: PayoutDestination }) {
  const router = useRouter();
  const [busy, setBusy] = useState<'check' | 'finish' | 'remove' | null>(null);
  const { id, provider, currency, hint, status } = destination;
  const act = async (what: 'check' | 'finish' | 'remove', call: () => Promise<unknown>) => {
    setBusy(what);
    try {
      await call();
      router.refresh();
    } catch (error) {
      toast({ ...describeError(error), tone: 'danger' });
    } finally {
      setBusy(null);
    }
  };
  const finish = async () => {
    const { onboardingUrl } = await browserApi.payouts.openDestination({
      provider,
      currency,
      account: { kind: 'hosted' },
    });
    if (onboardingUrl !== null) location.assign(onboardingUrl);
  };
  const name = hint === '' ? PROVIDER_NAMES[provider] : hint;
  return (
    <li className="grid gap-1 border-t border-line pt-3 first:border-0 first:pt-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="min-w-0">
          <span className="font-medium break-all">{name}</span>
          <span className="block text-sm text-muted">
            {PROVIDER_NAMES[provider]}, {currency}
          </span>
        </p>
        <StatusChip
          label={status === 'verified' ? 'Ready' : 'Not finished'}
          tone={status === 'verified' ? 'good' : 'wait'}
        />
      </div>
      <div className="-mx-3 flex flex-wrap">
        {status === 'verified' ? null : (
          <>
            {provider === 'stripe' ? (
              <Button variant="ghost" busy={busy === 'finish'} onClick={() => act('finish', finish)} className="px-3">
                Finish with Stripe
              </Button>
            ) : null}
            <Button
              variant="ghost"
              busy={busy === 'check'}
              onClick={() => act('check', () => browserApi.payouts.checkDestination(id))}
              className="px-3"
            >
              Check again
            </Button>
          </>
        )}
        <Button
          variant="ghost"
          busy={busy === 'remove'}
          aria-label={`Remove ${name}`}
          onClick={() => act('remove', () => browserApi.payouts.removeDestination(id))}
          className="px-3"
        >
          Remove
        </Button>
      </div>
    </li>
  );
}
