import type { CheckoutHandover, RazorpayCallback } from '@troupe/contracts/http/payment';
import { loadScript } from './load-script';

const SCRIPT = 'https://checkout.razorpay.com/v1/checkout.js';

interface RazorpayOptions {
  key: string;
  order_id: string;
  name: string;
  description: string;
  theme: { color: string };
  handler: (answer: RazorpayCallback) => void;
  modal: { ondismiss: () => void; confirm_close: boolean };
}

interface RazorpayWindow {
  open: () => void;
}

declare global {
  interface Window {
    Razorpay?: new (options: RazorpayOptions) => RazorpayWindow;
  }
}

/** Opens Razorpay's own window. Answers what it says when somebody has paid, or null when it was closed. Rejects when its script can't be had. */
export async function payWithRazorpay(
  { keyId, orderId }: Extract<CheckoutHandover, { kind: 'razorpay_sheet' }>,
  description: string,
  onOpen: () => void,
): Promise<RazorpayCallback | null> {
  if (window.Razorpay === undefined) await loadScript(SCRIPT);
  const { Razorpay } = window;
  if (Razorpay === undefined) throw new Error('Razorpay’s script did nothing');
  return new Promise((resolve) => {
    onOpen();
    new Razorpay({
      key: keyId,
      order_id: orderId,
      name: 'Troupe',
      description,
      theme: { color: '#f3ae32' },
      // It may carry more than what the API takes.
      handler: ({ razorpay_order_id, razorpay_payment_id, razorpay_signature }) =>
        resolve({ razorpay_order_id, razorpay_payment_id, razorpay_signature }),
      modal: { ondismiss: () => resolve(null), confirm_close: true },
    }).open();
  });
}
