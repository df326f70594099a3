import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Hex HMAC-SHA256 in small letters, as Razorpay writes it. Not the SDK's function: that one compares with `===` and makes a string of the body first, which
 * changes bytes that aren't UTF-8. https://razorpay.com/docs/webhooks/validate-test
 */
export function isSignedWith(secret: string, message: Buffer | string, signature: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(signature)) return false;
  return timingSafeEqual(createHmac('sha256', secret).update(message).digest(), Buffer.from(signature, 'hex'));
}
