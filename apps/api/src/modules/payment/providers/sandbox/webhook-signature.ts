import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far a signature's time may be from ours: the replay window that Stripe uses. https://docs.stripe.com/webhooks#replay-attacks */
const TOLERANCE_SECONDS = 300;

const digest = (secret: string, seconds: string, rawBody: Buffer): Buffer =>
  createHmac('sha256', secret).update(`${seconds}.`).update(rawBody).digest();

/** `t=<unix seconds>,v1=<hex hmac>` over `<t>.<raw body>`, as Stripe signs. */
export function signWebhook(secret: string, rawBody: Buffer, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000).toString();
  return `t=${seconds},v1=${digest(secret, seconds, rawBody).toString('hex')}`;
}

/** True for a signature of this exact body made with this secret within the tolerance. */
export function isSignedBy(secret: string, header: string, rawBody: Buffer, now: Date): boolean {
  const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header);
  const [, seconds, given] = match ?? [];
  if (seconds === undefined || given === undefined) return false;
  if (Math.abs(now.getTime() / 1000 - Number(seconds)) > TOLERANCE_SECONDS) return false;
  return timingSafeEqual(digest(secret, seconds, rawBody), Buffer.from(given, 'hex'));
}
