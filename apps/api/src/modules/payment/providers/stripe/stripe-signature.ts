import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders } from 'node:http';
import Stripe from 'stripe';

/** Stripe's own recommendation, in both directions. */
const TOLERANCE_SECONDS = 300;
const BYTE_ORDER_MARK = Buffer.from('\ufeff');
const { signature } = Stripe.webhooks;

/**
 * Whether one of the secrets signed exactly this body. The SDK decodes a body before it checks it, which hides a byte order mark and broken UTF-8, and it
 * takes any time in the future: these are refused here.
 */
export function isSignedByStripe(
  rawBody: Buffer,
  headers: IncomingHttpHeaders,
  secrets: readonly string[],
  now: Date,
): boolean {
  const header = headers['stripe-signature'];
  if (typeof header !== 'string' || !isUtf8(rawBody)) return false;
  if (rawBody.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)) return false;
  const times = [...header.matchAll(/(?:^|,)t=([^,]*)/g)].map((match) => match[1] ?? '');
  const time = times[0] ?? '';
  if (times.length !== 1 || !/^\d{1,12}$/.test(time)) return false;
  if (Number(time) - now.getTime() / 1000 > TOLERANCE_SECONDS) return false;
  // The SDK throws an error of no kind at a scheme without a signature.
  const ofScheme = header.split(',').filter((part) => /^v1(=|$)/.test(part));
  if (!ofScheme.every((part) => /^v1=[0-9a-f]{64}$/.test(part))) return false;
  return secrets.some((secret) => isSignedWith(secret, rawBody, header, now));
}

function isSignedWith(secret: string, rawBody: Buffer, header: string, now: Date): boolean {
  try {
    return signature?.verifyHeader(rawBody, header, secret, TOLERANCE_SECONDS, undefined, now.getTime()) ?? false;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return false;
    throw error;
  }
}
