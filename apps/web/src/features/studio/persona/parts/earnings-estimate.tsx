'use client';

import { ECONOMY } from '@troupe/contracts/economy';
import type { PersonaPrice } from '@troupe/contracts/http/creator-persona';
import { estimateEarnings } from '@troupe/contracts/pricing';
import { useState } from 'react';
import { coinWord, formatCoins, formatCount, formatFiat } from '@/lib/format';

/** Messages a month, from a quiet start to a hit. */
const MESSAGES = [100, 300, 1_000, 3_000, 10_000, 30_000] as const;
/** An average message: some memory and a few turns before it, and a reply of three paragraphs. */
const PROMPT_TOKENS = 1_500;
const REPLY_TOKENS = 200;

/** What a month would bring at this price, in coins and in money, with everything that the figure rests on. */
export function EarningsEstimate({ price, isPossible }: { price: PersonaPrice; isPossible: boolean }) {
  const [at, setAt] = useState(2);
  const messages = MESSAGES[at] ?? MESSAGES[0];
  if (!isPossible) return null;
  const use = { messages, promptTokens: PROMPT_TOKENS, replyTokens: REPLY_TOKENS };
  const { messageMicrocoins, earnedMicrocoins, payoutMinor } = estimateEarnings(price, use);
  const [message, earned] = [Number(messageMicrocoins), Number(earnedMicrocoins)];
  const money = (currency: 'USD' | 'INR') => formatFiat({ currency, amountMinor: Number(payoutMinor[currency]) });
  return (
    <section aria-labelledby="estimate" className="estimate">
      <p id="estimate" className="text-sm font-medium">
        What that could earn
      </p>
      <label className="grid">
        <span className="text-sm text-muted">{formatCount(messages)} messages a month</span>
        <input
          type="range"
          min={0}
          max={MESSAGES.length - 1}
          value={at}
          aria-label="Messages a month"
          aria-valuetext={`${formatCount(messages)} messages`}
          onChange={(event) => setAt(Number(event.target.value))}
          className="studio-range"
        />
      </label>
      <p aria-live="polite" className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-mono text-xl font-semibold tabular-nums">{formatCoins(earned)}</span>
        <span>{coinWord(earned)}</span>
        <span className="text-muted">
          up to {money('USD')} or {money('INR')}
        </span>
      </p>
      <p className="text-sm text-muted">
        {price.kind === 'flat'
          ? 'A message'
          : `A message of about ${formatCount(PROMPT_TOKENS)} tokens read and ${REPLY_TOKENS} written`}{' '}
        costs {formatCoins(message)} {coinWord(message)}; {ECONOMY.creatorSharePercent}% of it is yours. Coins that fans
        bought can be paid out; bonus coins stay coins.
      </p>
    </section>
  );
}
