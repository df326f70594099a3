/** What the Razorpay adapters need to know. docs/payments-razorpay.md tells where each value stands in the dashboard. */
export interface RazorpaySettings {
  keyId: string;
  keySecret: string;
  /** All that may sign events now: of the payments webhook and of RazorpayX's, and after a rotation the old one too. */
  webhookSecrets: readonly string[];
  apiUrl: string;
  timeoutMs: number;
  /** Names of payers and payees are made with it (razorpay-instrument.ts); another key makes other names of the same people. */
  fingerprintKey: string;
}

export interface RazorpayPayoutSettings extends RazorpaySettings {
  /** The account of RazorpayX that is debited. */
  accountNumber: string;
}
