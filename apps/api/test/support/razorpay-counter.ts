import { type RazorpayServer, startRazorpayServer } from '@troupe/test-kit/razorpay-server';
import type { PaymentOrder } from '../../src/modules/payment/providers/payment-provider.ts';
import { RazorpayProvider } from '../../src/modules/payment/providers/razorpay/razorpay-provider.ts';

export const PAYMENT_ID = '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b';
export const ORDER: PaymentOrder = {
  paymentId: PAYMENT_ID,
  userId: '019a2b3c-0000-7000-8000-000000000001',
  email: 'fan@example.com',
  customerRef: null,
  amountMinor: 49_900,
  currency: 'INR',
  description: '500 coins',
  form: 'sheet',
};

export interface RazorpayCounter {
  server: RazorpayServer;
  provider: RazorpayProvider;
  /** Opens the payment of `ORDER`; answers with the order's id at Razorpay. */
  opened(): Promise<string>;
  /** How many requests posted to a path that ends so. */
  posts(path: string): number;
}

/** Razorpay's provider before a local server of the test's own. */
export async function openRazorpayCounter(): Promise<RazorpayCounter> {
  const server = await startRazorpayServer();
  const provider = new RazorpayProvider(server.settings);
  return {
    server,
    provider,
    opened: async () => (await provider.open(ORDER)).providerRef,
    posts: (path) => server.calls.filter((call) => call.method === 'POST' && call.path.endsWith(path)).length,
  };
}
