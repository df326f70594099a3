import {
  type ContactEntity,
  contactEntity,
  type FundAccountEntity,
  fundAccountEntity,
  type PayoutEntity,
  payoutEntity,
  type ValidationEntity,
  validationEntity,
} from './razorpay-entities.ts';
import type { RazorpayBooks } from './razorpay-payments.ts';
import {
  amount,
  checkBody,
  flag,
  found,
  IdempotencyKeys,
  listed,
  notes,
  notesOf,
  object,
  oneOf,
  RazorpayRefusal,
  type RazorpayRequest,
  text,
} from './razorpay-rules.ts';

const idRule = text(60);
const BANK = object({
  name: text(120, /^.{3,}$/),
  ifsc: text(11, /^[A-Z]{4}0[A-Z0-9]{6}$/),
  account_number: text(35, /^[A-Za-z0-9]{5,35}$/),
});
const VPA = object({ address: text(100, /^[\w.-]{2,}@[A-Za-z][A-Za-z0-9]+$/) });

/** RazorpayX of one account: contacts, fund accounts, validations, payouts. */
export class RazorpayPayouts {
  readonly contacts = new Map<string, ContactEntity>();
  readonly fundAccounts = new Map<string, FundAccountEntity>();
  readonly validations = new Map<string, ValidationEntity>();
  readonly payouts = new Map<string, PayoutEntity>();
  readonly #payoutKeys = new IdempotencyKeys<PayoutEntity>();
  readonly #books: RazorpayBooks;
  readonly #accountNumber: string;

  constructor(books: RazorpayBooks, accountNumber: string) {
    this.#books = books;
    this.#accountNumber = accountNumber;
  }

  /** The same details are the same contact. https://razorpay.com/docs/api/x/contacts/create */
  createContact({ body }: RazorpayRequest): ContactEntity {
    checkBody(
      body,
      { name: text(50, /^[\p{L}0-9 '’\-_/().,]{3,}$/u) },
      { email: text(254), contact: text(20), type: text(40), reference_id: text(40), notes },
    );
    const details = { ...body, notes: notesOf(body) } as Partial<ContactEntity>;
    return this.#same(this.contacts, { ...contactEntity(this.#books.nextId('cont'), this.#books.now()), ...details });
  }

  /** The same details are the same fund account. https://razorpay.com/docs/api/x/fund-accounts/create/bank-account */
  createFundAccount({ body }: RazorpayRequest): FundAccountEntity {
    const isVpa = body['account_type'] === 'vpa';
    checkBody(body, {
      contact_id: idRule,
      account_type: oneOf('bank_account', 'vpa'),
      ...(isVpa ? { vpa: VPA } : { bank_account: BANK }),
    });
    found(this.contacts, String(body['contact_id']));
    const given = body as Partial<FundAccountEntity>;
    const [username = '', handle = ''] = (given.vpa?.address ?? '').split('@');
    return this.#same(this.fundAccounts, {
      ...fundAccountEntity(this.#books.nextId('fa'), this.#books.now()),
      ...given,
      ...(given.vpa === undefined ? {} : { vpa: { ...given.vpa, username, handle } }),
      ...(given.bank_account === undefined ? {} : { bank_account: { ...given.bank_account, bank_name: 'HDFC' } }),
    });
  }

  /** https://razorpay.com/docs/api/x/account-validation/bank-account */
  validate({ body }: RazorpayRequest): ValidationEntity {
    checkBody(
      body,
      { account_number: idRule, fund_account: object({ id: idRule }) },
      { amount, currency: oneOf('INR'), notes },
    );
    this.#assertOurs(body['account_number']);
    const { id } = body['fund_account'] as { id: string };
    const validation: ValidationEntity = {
      ...validationEntity(this.#books.nextId('fav'), this.#books.now()),
      fund_account: found(this.fundAccounts, id),
      amount: (body['amount'] as number | undefined) ?? 100,
      notes: notesOf(body),
    };
    this.validations.set(validation.id, validation);
    return validation;
  }

  listValidations({ query }: RazorpayRequest): object {
    this.#assertOurs(query.get('account_number'));
    return listed([...this.validations.values()], query);
  }

  /** https://razorpay.com/docs/api/x/payouts/create/bank-account; the key is mandatory since 15 March 2025: …/payout-idempotency/make-request */
  createPayout({ body, headers }: RazorpayRequest): PayoutEntity {
    const key = headers['x-payout-idempotency'];
    if (typeof key !== 'string') {
      throw new RazorpayRefusal(400, 'Idempotency key is missing. Include idempotency header and key in the request.', {
        field: 'X-Payout-Idempotency',
        reason: 'null',
      });
    }
    text(36, /^[\w -]{4,36}$/)(key, 'X-Payout-Idempotency');
    checkBody(
      body,
      {
        account_number: idRule,
        fund_account_id: idRule,
        amount,
        currency: oneOf('INR'),
        mode: oneOf('NEFT', 'RTGS', 'IMPS', 'UPI', 'card'),
        purpose: oneOf('refund', 'cashback', 'payout', 'salary', 'utility bill', 'vendor bill'),
      },
      { queue_if_low_balance: flag, reference_id: text(40), narration: text(30, /^[A-Za-z0-9 ]*$/), notes },
    );
    this.#assertOurs(body['account_number']);
    return this.#payoutKeys.once(key, body, () => this.#payout(body as Partial<PayoutEntity>));
  }

  listPayouts({ query }: RazorpayRequest): object {
    this.#assertOurs(query.get('account_number'));
    const reference = query.get('reference_id');
    const all = [...this.payouts.values()];
    return listed(
      all.filter(({ reference_id }) => reference === null || reference_id === reference),
      query,
    );
  }

  /** The bank answers the penny drop. */
  finishValidation(validationId: string, accountStatus: 'active' | 'invalid' | null): ValidationEntity {
    const validation = found(this.validations, validationId);
    validation.status = accountStatus === null ? 'failed' : 'completed';
    validation.results = {
      account_status: accountStatus,
      registered_name: accountStatus === 'active' ? 'Creator Example' : null,
    };
    this.#books.announce(`fund_account.validation.${validation.status}`, { 'fund_account.validation': validation });
    return validation;
  }

  movePayout(payoutId: string, event: string, change: Partial<PayoutEntity>): PayoutEntity {
    const payout = Object.assign(found(this.payouts, payoutId), change);
    this.#books.announce(`payout.${event}`, { payout });
    return payout;
  }

  #payout({ fund_account_id = '', mode, ...body }: Partial<PayoutEntity>): PayoutEntity {
    const { account_type, id } = found(this.fundAccounts, fund_account_id);
    if ((mode === 'UPI') !== (account_type === 'vpa')) {
      throw new RazorpayRefusal(400, `Payout mode ${mode} is not supported for the fund account`, { field: 'mode' });
    }
    const payout: PayoutEntity = {
      ...payoutEntity(this.#books.nextId('pout'), this.#books.now()),
      amount: body.amount ?? 0,
      mode: mode ?? '',
      purpose: body.purpose ?? '',
      reference_id: body.reference_id ?? null,
      narration: body.narration ?? '',
      fund_account_id: id,
      fees: 590,
      tax: 90,
    };
    this.payouts.set(payout.id, payout);
    this.#books.announce('payout.initiated', { payout });
    return payout;
  }

  #assertOurs(accountNumber: unknown): void {
    if (accountNumber === this.#accountNumber) return;
    throw new RazorpayRefusal(400, 'The account_number is invalid.', { field: 'account_number' });
  }

  /** The entity that is there already with these details, or the new one. */
  #same<Entity extends { id: string; created_at: number }>(entities: Map<string, Entity>, made: Entity): Entity {
    const details = ({ id: _, created_at: __, ...rest }: Entity): string => JSON.stringify(rest);
    const known = [...entities.values()].find((entity) => details(entity) === details(made));
    if (known !== undefined) return known;
    entities.set(made.id, made);
    return made;
  }
}
