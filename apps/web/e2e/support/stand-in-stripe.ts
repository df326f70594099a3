import type { Page } from '@playwright/test';

/** What Stripe.js looks like to us: a field that is ready at once, and a payment that Stripe takes. */
const SCRIPT = `window.Stripe = () => ({
  elements: () => ({
    create: () => ({
      on: (event, tell) => { if (event === 'ready') setTimeout(tell); },
      mount: (field) => { field.textContent = 'The card’s number'; },
      destroy: () => undefined,
    }),
    getElement: () => null,
  }),
  confirmPayment: async () => ({ paymentIntent: { status: 'processing' } }),
});`;

/**
 * Lets the page believe that Stripe is set up, on payments of the sandbox: what is tested is our side of the sheet. Its script can't be loaded until
 * `mend` is called.
 */
export async function standInForStripe(page: Page): Promise<{ mend: () => void }> {
  let broken = true;
  const firstPurchase = { name: 'First purchase', bonusPercent: 20, bonusMicrocoins: 0 };
  await page.route('**/api/payment/providers', (route) =>
    route.fulfill({ json: { providers: [{ name: 'stripe', currencies: ['USD', 'INR'] }], firstPurchase } }),
  );
  await page.route('**/api/payment/stripe/create-intent', async (route) => {
    const { packId, currency } = route.request().postDataJSON();
    const url = new URL('/api/payment/sandbox/checkout', page.url()).href;
    const opened = await route.fetch({ url, postData: { packId, currency } });
    const { payment } = await opened.json();
    const handover = { kind: 'stripe_sheet', clientSecret: 'pi_1_secret_1', publishableKey: 'pk_test_1' };
    await route.fulfill({ status: 201, json: { payment: { ...payment, provider: 'stripe' }, handover } });
  });
  await page.route('https://js.stripe.com/**', (route) =>
    broken ? route.abort() : route.fulfill({ contentType: 'text/javascript', body: SCRIPT }),
  );
  return {
    mend: () => {
      broken = false;
    },
  };
}
