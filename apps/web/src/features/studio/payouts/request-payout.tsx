'use client';

import type { PayoutDestination, PayoutOffer, PayoutOverview } from '@troupe/contracts/http/payout';
import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import { ConfirmSheet } from '@/features/wallet/confirm-sheet';
import { useOnce } from '@/features/wallet/use-once';
import { browserApi } from '@/lib/api/browser';
import { describeError } from '@/lib/errors';
import { coinWord, formatCoins, formatFiat } from '@/lib/format';
import { toast } from '@/lib/toast';
import { CoinsField } from '../coins-field';
import { PROVIDER_NAMES } from './destinations';
import { OBSTACLE_WORDS } from './payout-words';
import { readAmount, worthMinor } from './worth';

interface RequestPayoutProps {
  overview: PayoutOverview;
  destinations: readonly PayoutDestination[];
}

/** How much, where to, and what of it arrives; looked over once before it is asked for. */
export function RequestPayout({ overview, destinations }: RequestPayoutProps) {
  const ready = destinations.flatMap((destination) => {
    const offer = offerOf(overview, destination);
    return destination.status === 'verified' && offer !== undefined ? [{ destination, offer }] : [];
  });
  const { obstacles, payableMicrocoins } = overview;
  return (
    <section aria-labelledby="request" className="card">
      <h2 id="request" className="text-lg">
        Get paid
      </h2>
      <Terms offers={ready.length > 0 ? ready.map(({ offer }) => offer) : overview.offers} />
      {obstacles.length > 0 ? (
        <ul className="grid gap-1">
          {obstacles.map((obstacle) => (
            <li key={obstacle}>{OBSTACLE_WORDS[obstacle]}</li>
          ))}
        </ul>
      ) : (
        <Form ready={ready} payableMicrocoins={payableMicrocoins} willBeReviewed={overview.willBeReviewed} />
      )}
    </section>
  );
}

const offerOf = ({ offers }: PayoutOverview, { provider, currency }: PayoutDestination) =>
  offers.find((offer) => offer.provider === provider && offer.currency === currency);

/** Rate, smallest payout and fee, before anybody asks. */
function Terms({ offers }: { offers: readonly PayoutOffer[] }) {
  const seen = offers.filter(
    (offer, index) => offers.findIndex((other) => other.currency === offer.currency) === index,
  );
  return (
    <ul className="grid gap-1 text-sm text-muted">
      {seen.map((offer) => {
        const money = (amountMinor: number) => formatFiat({ currency: offer.currency, amountMinor });
        const fee = offer.feeMinor === 0 ? 'no fee' : `${money(offer.feeMinor)} fee`;
        return (
          <li key={offer.currency}>
            100 coins are {money(worthMinor(100_000_000, offer))}; {money(offer.minimumMinor)} at least; {fee}.
          </li>
        );
      })}
    </ul>
  );
}

interface FormProps {
  ready: readonly { destination: PayoutDestination; offer: PayoutOffer }[];
  payableMicrocoins: number;
  willBeReviewed: boolean;
}

function Form({ ready, payableMicrocoins, willBeReviewed }: FormProps) {
  const router = useRouter();
  const once = useOnce();
  const [chosen, setChosen] = useState<string | null>(null);
  const [coins, setCoins] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const way = ready.find(({ destination }) => destination.id === chosen) ?? ready[0];
  if (way === undefined) return null;
  const { destination, offer } = way;
  const read = readAmount(coins, payableMicrocoins, offer);
  const money = (amountMinor: number) => formatFiat({ currency: offer.currency, amountMinor });
  const review = (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    setProblem('problem' in read ? read.problem : null);
    setOpen(!('problem' in read));
  };
  const request = async () => {
    if ('problem' in read) return;
    const { amountMicrocoins } = read;
    setBusy(true);
    try {
      const idempotencyKey = once.keyFor(`${destination.id} ${amountMicrocoins}`);
      await browserApi.payouts.request({ amountMicrocoins, destinationId: destination.id }, { idempotencyKey });
      once.done();
      setOpen(false);
      setCoins('');
      toast({ title: `${money(read.paysMinor)} requested`, tone: 'success' });
      router.refresh();
    } catch (error) {
      const { title, hint } = describeError(error);
      setFailure(`${title}. ${hint}`);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={review} noValidate className="grid gap-4">
      <SelectField
        label="To"
        name="destination"
        value={destination.id}
        onChange={(event) => setChosen(event.target.value)}
      >
        {ready.map(({ destination: { id, hint, provider, currency } }) => (
          <option key={id} value={id}>
            {hint === '' ? PROVIDER_NAMES[provider] : hint}, {currency}
          </option>
        ))}
      </SelectField>
      <div className="flex flex-wrap items-start gap-3">
        <CoinsField value={coins} onChange={setCoins} error={problem} />
        <Button
          variant="ghost"
          onClick={() => setCoins(formatCoins(offer.amountMicrocoins))}
          className="h-12 sm:mt-6.5"
        >
          All of it
        </Button>
      </div>
      <p role="status" className="font-medium empty:hidden">
        {'problem' in read ? '' : `You will receive ${money(read.paysMinor)}.`}
      </p>
      <Button type="submit" className="justify-self-start">
        Look it over
      </Button>
      {'problem' in read ? null : (
        <ConfirmSheet
          open={open}
          title="Request this payout?"
          action={`Request ${money(read.paysMinor)}`}
          busy={busy}
          problem={failure}
          onConfirm={request}
          onClose={() => setOpen(false)}
        >
          <p>
            {formatCoins(read.amountMicrocoins)} {coinWord(read.amountMicrocoins)} become {money(read.paysMinor)} for{' '}
            {destination.hint === '' ? PROVIDER_NAMES[destination.provider] : destination.hint}
            {offer.feeMinor === 0 ? '' : `, after a fee of ${money(offer.feeMinor)}`}. The rate is fixed now.
            {willBeReviewed ? ' Somebody of ours looks at it first, which may take a day or two.' : ''}
          </p>
        </ConfirmSheet>
      )}
    </form>
  );
}
