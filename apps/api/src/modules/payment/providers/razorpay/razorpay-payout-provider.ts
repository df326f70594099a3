import type { FiatCurrency } from '@troupe/contracts/money';
import type { PayoutFacts } from '../../domain/payout-facts.ts';
import { ProviderFault } from '../payment-provider.ts';
import type {
  Beneficiary,
  DestinationStatus,
  OpenedDestination,
  PayoutOrder,
  PayoutProvider,
} from '../payout-provider.ts';
import {
  type DestinationKind,
  destinationRef,
  destinationStatus,
  parseDestinationRef,
} from './razorpay-destination.ts';
import { payoutFacts } from './razorpay-facts.ts';
import type { RazorpayPayoutSettings } from './razorpay-settings.ts';
import {
  contactShape,
  fundAccountShape,
  ids,
  listOf,
  payoutShape,
  type RazorpayValidation,
  validationShape,
} from './razorpay-shapes.ts';
import { RazorpayWire } from './razorpay-wire.ts';

/** ₹ 5 lakh is what IMPS carries at most; above it NEFT takes over. */
const IMPS_MAX_PAISE = 50_000_000;
/** Sent to see whether the account takes money, and whose it is; it stays there. */
const PENNY_DROP_PAISE = 100;

type IndianAccount = Extract<Beneficiary['account'], { kind: DestinationKind }>;

/** Creators' money by RazorpayX: contact → fund account → validation, then payouts. The SDK has no methods for it, so they are sent over its wire. */
export class RazorpayPayoutProvider implements PayoutProvider {
  readonly name = 'razorpay';
  readonly currencies = ['INR'] as const;
  readonly #settings: RazorpayPayoutSettings;
  readonly #wire: RazorpayWire;

  constructor(settings: RazorpayPayoutSettings) {
    this.#settings = settings;
    this.#wire = new RazorpayWire(settings);
  }

  /** Contacts and fund accounts with the same details are one at Razorpay, and a validation that is there already is used: it may be called again. */
  async openDestination(beneficiary: Beneficiary): Promise<OpenedDestination> {
    const { account, currency } = beneficiary;
    assertInr(currency);
    if (account.kind !== 'bank' && account.kind !== 'upi') {
      throw new ProviderFault('refused', `RazorpayX pays to bank accounts and UPI, not to "${account.kind}"`);
    }
    const contact = await this.#wire.send('make a contact', contactShape, {
      method: 'post',
      url: '/v1/contacts',
      data: {
        name: beneficiary.legalName.slice(0, 50),
        email: beneficiary.email,
        type: 'vendor',
        reference_id: beneficiary.userId,
      },
    });
    const fundAccount = await this.#wire.send('make a fund account', fundAccountShape, {
      method: 'post',
      url: '/v1/fund_accounts',
      data: { contact_id: contact.id, ...accountFields(account, beneficiary.legalName) },
    });
    const validation =
      (await this.#validationOf(fundAccount.id)) ?? (await this.#validate(fundAccount.id, beneficiary.destinationId));
    return {
      ref: destinationRef({ kind: account.kind, fundAccountId: fundAccount.id, validationId: validation.id }),
      onboardingUrl: null,
      status: destinationStatus(validation, this.#settings.fingerprintKey),
    };
  }

  async checkDestination(ref: string): Promise<DestinationStatus> {
    const { validationId } = parseDestinationRef(ref);
    const validation = await this.#wire.send('show an account validation', validationShape, {
      method: 'get',
      url: `/v1/fund_accounts/validations/${validationId}`,
    });
    return destinationStatus(validation, this.#settings.fingerprintKey);
  }

  /** Razorpay remembers idempotency keys for seven days only, so a payout of this reference is looked for first. */
  async send({ payoutId, destinationRef: ref, amountMinor, currency }: PayoutOrder): Promise<PayoutFacts> {
    assertInr(currency);
    const { kind, fundAccountId } = parseDestinationRef(ref);
    const known = await this.find({ payoutId });
    if (known !== undefined) return known;
    const payout = await this.#wire.send('make a payout', payoutShape, {
      method: 'post',
      url: '/v1/payouts',
      data: {
        account_number: this.#settings.accountNumber,
        fund_account_id: fundAccountId,
        amount: amountMinor,
        currency,
        mode: modeOf(kind, amountMinor),
        purpose: 'payout',
        queue_if_low_balance: true,
        reference_id: payoutId,
        narration: 'Troupe payout',
      },
      // Ours is a UUID, and 36 characters are just what they take.
      headers: { 'X-Payout-Idempotency': payoutId },
    });
    return payoutFacts(payout);
  }

  async fetch(ref: string): Promise<PayoutFacts> {
    if (!ids.payout.safeParse(ref).success) throw new ProviderFault('unknown', 'This is no payout of RazorpayX');
    const payout = await this.#wire.send('show a payout', payoutShape, { method: 'get', url: `/v1/payouts/${ref}` });
    return payoutFacts(payout);
  }

  async find({ payoutId }: Pick<PayoutOrder, 'payoutId'>): Promise<PayoutFacts | undefined> {
    const { items } = await this.#wire.send('list payouts', listOf(payoutShape), {
      method: 'get',
      url: '/v1/payouts',
      params: { account_number: this.#settings.accountNumber, reference_id: payoutId, count: 100 },
    });
    const known = items.find(({ reference_id }) => reference_id === payoutId);
    return known && payoutFacts(known);
  }

  async #validationOf(fundAccountId: string): Promise<RazorpayValidation | undefined> {
    const { items } = await this.#wire.send('list account validations', listOf(validationShape), {
      method: 'get',
      url: '/v1/fund_accounts/validations',
      params: { account_number: this.#settings.accountNumber, count: 100 },
    });
    return items.find(({ fund_account, status }) => fund_account.id === fundAccountId && status !== 'failed');
  }

  #validate(fundAccountId: string, destinationId: string): Promise<RazorpayValidation> {
    return this.#wire.send('validate an account', validationShape, {
      method: 'post',
      url: '/v1/fund_accounts/validations',
      data: {
        account_number: this.#settings.accountNumber,
        fund_account: { id: fundAccountId },
        amount: PENNY_DROP_PAISE,
        currency: 'INR',
        notes: { destination_id: destinationId },
      },
    });
  }
}

function accountFields(account: IndianAccount, legalName: string): object {
  if (account.kind === 'upi') return { account_type: 'vpa', vpa: { address: account.vpa } };
  return {
    account_type: 'bank_account',
    bank_account: { name: legalName.slice(0, 120), ifsc: account.ifsc, account_number: account.accountNumber },
  };
}

function modeOf(kind: DestinationKind, amountPaise: number): 'UPI' | 'IMPS' | 'NEFT' {
  if (kind === 'upi') return 'UPI';
  return amountPaise <= IMPS_MAX_PAISE ? 'IMPS' : 'NEFT';
}

function assertInr(currency: FiatCurrency): void {
  if (currency !== 'INR') throw new ProviderFault('refused', `RazorpayX pays INR, not ${currency}`);
}
