'use client';

import { ECONOMY } from '@troupe/contracts/economy';
import type { PersonaPrice } from '@troupe/contracts/http/creator-persona';
import { PRICE_FLOORS } from '@troupe/contracts/pricing';
import { formatCoins } from '@/lib/format';
import type { PersonaForm } from '../draft/use-persona-draft';
import { contractProblem } from '../draft/wire';
import { CoinsInput } from './coins-input';
import { EarningsEstimate } from './earnings-estimate';

/** What somebody who changes over to tokens begins with: about two coins for a usual message. */
const TOKEN_START: PersonaPrice = {
  kind: 'tokens',
  baseMicrocoins: 500_000,
  inputRateMicrocoins: 500_000,
  outputRateMicrocoins: 4_000_000,
};
const FLAT_START: PersonaPrice = { kind: 'flat', priceMicrocoins: ECONOMY.messagePriceDefaultMicrocoins };

const KINDS = [
  { kind: 'flat', label: 'One price a message', hint: 'Fans know it before they write. Right for most.' },
  {
    kind: 'tokens',
    label: 'By length',
    hint: 'A base, and a rate for what is read and written. For very long replies.',
  },
] as const;

/** What a message costs, and what it would earn. */
export function PricePart({ form: { content, set, problemAt } }: { form: PersonaForm }) {
  const { price } = content;
  const problem = contractProblem('price', price) === null ? problemAt('price') : OUT_OF_BOUNDS;
  const choose = (kind: PersonaPrice['kind']) => {
    if (kind !== price.kind) set({ price: kind === 'flat' ? FLAT_START : TOKEN_START });
  };
  return (
    <div className="grid gap-5" data-field="price">
      <fieldset className="grid gap-3 sm:grid-cols-2">
        <legend className="sr-only">How it is counted</legend>
        {KINDS.map(({ kind, label, hint }) => (
          <label key={kind} className="choice py-3">
            <input
              type="radio"
              name="price.kind"
              value={kind}
              checked={price.kind === kind}
              onChange={() => choose(kind)}
              className="size-5 shrink-0"
            />
            <span className="grid">
              <span className="font-medium">{label}</span>
              <span className="text-sm text-muted">{hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-3">
        {price.kind === 'flat' ? (
          <CoinsInput
            label="Coins a message"
            name="price"
            microcoins={price.priceMicrocoins}
            onChange={(priceMicrocoins) => set({ price: { kind: 'flat', priceMicrocoins } })}
          />
        ) : (
          <>
            <CoinsInput
              label="Base, in coins"
              name="price"
              microcoins={price.baseMicrocoins}
              onChange={(baseMicrocoins) => set({ price: { ...price, baseMicrocoins } })}
            />
            <CoinsInput
              label="For 1,000 tokens read"
              name="price.input"
              microcoins={price.inputRateMicrocoins}
              onChange={(inputRateMicrocoins) => set({ price: { ...price, inputRateMicrocoins } })}
            />
            <CoinsInput
              label="For 1,000 tokens written"
              name="price.output"
              microcoins={price.outputRateMicrocoins}
              onChange={(outputRateMicrocoins) => set({ price: { ...price, outputRateMicrocoins } })}
            />
          </>
        )}
      </div>
      <p aria-live="polite" className="text-sm text-danger-ink empty:hidden">
        {problem}
      </p>
      <p className="text-sm text-muted">{floorWords(price.kind)}</p>
      <EarningsEstimate price={price} isPossible={problem === null} />
    </div>
  );
}

const OUT_OF_BOUNDS = `From ${formatCoins(ECONOMY.messagePriceMinMicrocoins)} to ${formatCoins(ECONOMY.messagePriceMaxMicrocoins)} coins a message.`;

function floorWords(kind: PersonaPrice['kind']): string {
  return kind === 'flat'
    ? `From ${formatCoins(PRICE_FLOORS.flatMicrocoins)} coins, so that the house can pay for the model.`
    : `Each rate from ${formatCoins(PRICE_FLOORS.rateMicrocoins)} coins, so that the house can pay for the model. 1,000 tokens are about 750 words.`;
}
