'use client';

import type { Stripe, StripeElements } from '@stripe/stripe-js';
import { loadStripe } from '@stripe/stripe-js/pure';
import type { CheckoutHandover } from '@troupe/contracts/http/payment';
import type { RefObject } from 'react';
import { useCallback, useEffect, useState } from 'react';
import { inTime } from './load-script';
import { stripeLooks } from './stripe-looks';

export interface StripeForm {
  /** Pays with what was typed. Answers what is wrong in words, or null once Stripe has taken it. */
  confirm: (paymentId: string) => Promise<string | null>;
}

const UNEXPLAINED = 'Stripe could not take this payment. Nothing was charged; try again or choose another way.';

/** Loads Stripe.js, now that somebody wants to pay with it, and puts the Payment Element into the field. */
export function useStripeForm(
  { publishableKey, clientSecret }: Extract<CheckoutHandover, { kind: 'stripe_sheet' }>,
  field: RefObject<HTMLDivElement | null>,
) {
  const [form, setForm] = useState<StripeForm | null>(null);
  const [attempt, setAttempt] = useState(1);
  const [failedAttempt, setFailedAttempt] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    let elements: StripeElements | undefined;
    const fail = (error: unknown) => {
      if (leaving.signal.aborted) return;
      reportError(error);
      setFailedAttempt(attempt);
    };
    inTime(loadStripe(publishableKey)).then((stripe) => {
      if (leaving.signal.aborted || stripe === null || field.current === null) return;
      elements = stripe.elements({ clientSecret, appearance: stripeLooks() });
      const element = elements.create('payment', { layout: 'tabs' });
      const made = formOf(stripe, elements);
      element.on('ready', () => setForm(made));
      element.on('loaderror', ({ error }) =>
        fail(new Error(error.message ?? 'the Payment Element could not be loaded')),
      );
      element.mount(field.current);
    }, fail);
    return () => {
      leaving.abort();
      setForm(null);
      elements?.getElement('payment')?.destroy();
    };
  }, [publishableKey, clientSecret, field, attempt]);
  const load = useCallback(() => setAttempt((last) => last + 1), []);
  return { form, failed: failedAttempt === attempt, load };
}

const formOf = (stripe: Stripe, elements: StripeElements): StripeForm => ({
  confirm: async (paymentId) => {
    const back = new URL(`/checkout/${paymentId}`, location.origin);
    back.searchParams.set('next', location.pathname);
    const { error } = await stripe.confirmPayment({
      elements,
      redirect: 'if_required',
      confirmParams: { return_url: back.href },
    });
    return error === undefined ? null : (error.message ?? UNEXPLAINED);
  },
});
