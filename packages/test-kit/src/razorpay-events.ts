import { createHmac } from 'node:crypto';

/** One event, ready to be posted: to our webhook once, twice, late or not at all, as the test likes. */
export interface RazorpayEvent {
  id: string;
  type: string;
  body: Buffer;
  headers: Record<string, string>;
}

/** https://razorpay.com/docs/webhooks/validate-test */
export const razorpaySignature = (secret: string, message: Buffer | string): string =>
  createHmac('sha256', secret).update(message).digest('hex');

/** The envelope of https://razorpay.com/docs/webhooks/payments, signed. `entities` by their names in the payload. */
export function signedEvent(
  { id, type, createdAt, secret }: { id: string; type: string; createdAt: number; secret: string },
  entities: Readonly<Record<string, object>>,
): RazorpayEvent {
  const body = Buffer.from(
    JSON.stringify({
      entity: 'event',
      account_id: 'acc_TRPtroupe00001',
      event: type,
      contains: Object.keys(entities),
      payload: Object.fromEntries(Object.entries(entities).map(([name, entity]) => [name, { entity }])),
      created_at: createdAt,
    }),
  );
  return {
    id,
    type,
    body,
    headers: {
      'content-type': 'application/json',
      'x-razorpay-event-id': id,
      'x-razorpay-signature': razorpaySignature(secret, body),
    },
  };
}
