import { randomUUID } from 'node:crypto';
import type { SandboxEvent } from '@troupe/contracts/http/payment';
import { signWebhook } from '../../src/modules/payment/providers/sandbox/webhook-signature.ts';
import { type House, SANDBOX_SECRET } from './boot.ts';

/** What the sandbox tells when somebody has paid for the world's pack in dollars. */
export const eventFor = (paymentId: string, changes: object = {}): SandboxEvent => ({
  id: `evt_${randomUUID()}`,
  type: 'payment.succeeded',
  paymentId,
  currency: 'USD',
  amountMinor: 99,
  ...changes,
});

/** Posts an event to the webhook, signed by the sandbox unless another signature is given. */
export async function deliver(house: House, event: object, signature?: string): Promise<Response> {
  const body = Buffer.from(JSON.stringify(event));
  return fetch(`${house.origin}/payment/sandbox/webhook`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-sandbox-signature': signature ?? signWebhook(SANDBOX_SECRET, body, new Date()),
    },
    body,
  });
}
