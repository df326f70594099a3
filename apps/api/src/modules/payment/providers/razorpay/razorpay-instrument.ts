import { createHmac } from 'node:crypto';

/**
 * Names of accounts that money came from or goes to: the same for everybody who uses one, so that a payer and a payee who are one person are found, and
 * useless without the key, since there are few enough account numbers to try them all.
 *
 * Cards have none: Razorpay's card id differs per customer and payment, a network token per merchant and device, and issuer with the last four digits is
 * shared by thousands.
 */
export const vpaFingerprint = (vpa: string, key: string): string =>
  `razorpay:vpa:${hash(vpa.trim().toLowerCase(), key)}`;

export const bankFingerprint = (ifsc: string, accountNumber: string, key: string): string =>
  `razorpay:bank:${hash(`${ifsc.trim().toUpperCase()}:${accountNumber.trim().toUpperCase()}`, key)}`;

const hash = (text: string, key: string): string => createHmac('sha256', key).update(text).digest('hex');
