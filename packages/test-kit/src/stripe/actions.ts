import {
  type Account,
  type Charge,
  type Dispute,
  type Intent,
  newId,
  type Refund,
  type Session,
  type StripeObject,
  stripeFixture,
  type Transfer,
} from './objects.ts';
import { createRefund, paidChargeOf } from './refunds.ts';
import type { StripeStore } from './store.ts';

const DISPUTE_FEE_MINOR = 1500;

/** What buyers, their banks and people in Stripe's dashboard do. `ref` is a PaymentIntent or a Checkout Session. */
export class StripeActions {
  private readonly store: StripeStore;

  constructor(store: StripeStore) {
    this.store = store;
  }

  pay(ref: string, card: { fingerprint?: string; capturedMinor?: number } = {}): Intent {
    const { intent, session } = this.begin(ref);
    const amount = card.capturedMinor ?? intent.amount;
    const charge = this.charge(intent, {
      amount_captured: amount,
      captured: true,
      status: 'succeeded',
      balance_transaction: this.book(amount, intent.currency, Math.round(amount * 0.029) + 30).id,
      ...withFingerprint(card.fingerprint ?? `card${newId('fp')}`),
    });
    const wasComplete = session?.status === 'complete';
    Object.assign(intent, { status: 'succeeded', amount_received: amount, last_payment_error: null });
    if (session !== null) Object.assign(session, { status: 'complete', payment_status: 'paid' });
    this.store.emit('charge.succeeded', charge);
    this.store.emit('payment_intent.succeeded', intent);
    if (session !== null) {
      this.store.emit(`checkout.session.${wasComplete ? 'async_payment_succeeded' : 'completed'}`, session);
    }
    this.store.emit('charge.updated', charge);
    return intent;
  }

  /** An attempt that the bank declined; the next one may succeed. */
  fail(ref: string, declineCode = 'insufficient_funds'): Intent {
    const { intent, session } = this.begin(ref);
    const charge = this.charge(intent, { status: 'failed', failure_code: 'card_declined', paid: false });
    const error = { type: 'card_error', code: 'card_declined', decline_code: declineCode };
    Object.assign(intent, { status: 'requires_payment_method', last_payment_error: error });
    this.store.emit('charge.failed', charge);
    this.store.emit('payment_intent.payment_failed', intent);
    if (session?.status === 'complete') this.store.emit('checkout.session.async_payment_failed', session);
    return intent;
  }

  /** Bank debits and the like: the buyer is through, and the money comes in days or never. */
  process(ref: string): Intent {
    const { intent, session } = this.begin(ref);
    const charge = this.charge(intent, { status: 'pending', paid: false });
    intent.status = 'processing';
    if (session !== null) session.status = 'complete';
    this.store.emit('charge.pending', charge);
    this.store.emit('payment_intent.processing', intent);
    if (session !== null) this.store.emit('checkout.session.completed', session);
    return intent;
  }

  /** The buyer was sent to the page of their bank. */
  challenge(ref: string): Intent {
    const { intent } = this.begin(ref);
    intent.status = 'requires_action';
    this.store.emit('payment_intent.requires_action', intent);
    return intent;
  }

  expire(sessionRef: string): Session {
    const session = this.store.get<Session>('checkout.session', sessionRef);
    session.status = 'expired';
    this.store.emit('checkout.session.expired', session);
    return session;
  }

  refund(intentRef: string, fields: { amount?: number; status?: string } = {}): Refund {
    return createRefund(
      this.store,
      paidChargeOf(this.store, this.store.get<Intent>('payment_intent', intentRef)),
      fields,
    );
  }

  settleRefund(ref: string, status: 'succeeded' | 'failed'): Refund {
    const refund = this.store.get<Refund>('refund', ref);
    refund.status = status;
    if (status === 'failed') {
      const charge = this.store.get<Charge>('charge', refund.charge);
      Object.assign(charge, { amount_refunded: charge.amount_refunded - refund.amount, refunded: false });
      this.store.emit('refund.failed', refund);
    }
    this.store.emit('refund.updated', refund);
    this.store.emit('charge.refund.updated', refund);
    return refund;
  }

  dispute(intentRef: string, fields: { amount?: number; status?: string; reason?: string } = {}): Dispute {
    const charge = paidChargeOf(this.store, this.store.get<Intent>('payment_intent', intentRef));
    const dispute = this.store.add<Dispute>('dispute', 'dp', {
      amount: charge.amount_captured,
      charge: charge.id,
      currency: charge.currency,
      payment_intent: charge.payment_intent,
      reason: 'fraudulent',
      status: 'needs_response',
      ...fields,
    });
    charge.disputed = true;
    this.store.emit('charge.dispute.created', dispute);
    if (dispute.status === 'needs_response') {
      dispute.balance_transactions = [this.book(-dispute.amount, dispute.currency, DISPUTE_FEE_MINOR)];
      this.store.emit('charge.dispute.funds_withdrawn', dispute);
    }
    return dispute;
  }

  moveDispute(ref: string, status: string): Dispute {
    const dispute = this.store.get<Dispute>('dispute', ref);
    dispute.status = status;
    if (status === 'won') {
      dispute.balance_transactions.push(this.book(dispute.amount, dispute.currency, 0));
      this.store.emit('charge.dispute.funds_reinstated', dispute);
    }
    const isOver = ['won', 'lost', 'warning_closed', 'prevented'].includes(status);
    this.store.emit(`charge.dispute.${isOver ? 'closed' : 'updated'}`, dispute);
    return dispute;
  }

  /** The creator went through Stripe's questions. */
  verify(accountRef: string, fields: { last4?: string; fingerprint?: string } = {}): Account {
    const account = this.store.get<Account>('account', accountRef);
    const bank = { ...stripeFixture<StripeObject>('bank_account'), default_for_currency: true, ...fields };
    Object.assign(account, { payouts_enabled: true, capabilities: { transfers: 'active' } });
    account.external_accounts.data = [bank];
    this.store.emit('account.updated', account);
    return account;
  }

  reverseTransfer(ref: string, amount?: number): Transfer {
    const transfer = this.store.get<Transfer>('transfer', ref);
    transfer.amount_reversed += amount ?? transfer.amount;
    transfer.reversed = transfer.amount_reversed === transfer.amount;
    this.store.emit('transfer.reversed', transfer);
    return transfer;
  }

  /** A session has no intent before somebody tries to pay. */
  private begin(ref: string): { intent: Intent; session: Session | null } {
    if (!ref.startsWith('cs_')) {
      const session = this.store.all<Session>('checkout.session').find(({ payment_intent: intent }) => intent === ref);
      return { intent: this.store.get<Intent>('payment_intent', ref), session: session ?? null };
    }
    const session = this.store.get<Session>('checkout.session', ref);
    if (session.payment_intent !== null) {
      return { intent: this.store.get<Intent>('payment_intent', session.payment_intent), session };
    }
    const intent = this.store.add<Intent>('payment_intent', 'pi', {
      amount: session.amount_total,
      currency: session.currency,
      customer: session.customer,
      ...this.store.intentsToBe.get(session.id),
    });
    session.payment_intent = intent.id;
    this.store.emit('payment_intent.created', intent);
    return { intent, session };
  }

  private charge(intent: Intent, fields: Partial<Charge>): Charge {
    const charge = this.store.add<Charge>('charge', 'ch', {
      amount: intent.amount,
      balance_transaction: null,
      currency: intent.currency,
      customer: intent.customer,
      metadata: intent.metadata,
      payment_intent: intent.id,
      ...fields,
    });
    intent.latest_charge = charge.id;
    return charge;
  }

  private book(amount: number, currency: string, fee: number): StripeObject {
    const fields = { amount, currency, fee, net: amount - fee };
    return this.store.add<StripeObject>('balance_transaction', 'txn', fields);
  }
}

function withFingerprint(fingerprint: string): Partial<Charge> {
  const { payment_method_details: details } = stripeFixture<{ payment_method_details: { card: object } }>('charge');
  return { payment_method_details: { ...details, card: { ...details.card, fingerprint } } };
}
