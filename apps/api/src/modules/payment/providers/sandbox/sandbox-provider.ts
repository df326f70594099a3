import type { IncomingHttpHeaders } from 'node:http';
import { type SandboxFacts, sandboxEvent } from '@troupe/contracts/http/payment';
import type { FiatCurrency } from '@troupe/contracts/money';
import type { PaymentFacts, RefundFact } from '../../domain/payment-facts.ts';
import {
  type KnownPayment,
  type OpenedCheckout,
  type PaymentOrder,
  type PaymentProvider,
  type ProviderEvent,
  ProviderFault,
} from '../payment-provider.ts';
import type { SandboxCharge, SandboxChargeRepository } from './sandbox-charge.repository.ts';
import { isSignedBy } from './webhook-signature.ts';

export const SIGNATURE_HEADER = 'x-sandbox-signature';

/** The provider's name of a payment: one each, whatever happens to it. */
export const sandboxRef = (paymentId: string): string => `sbx_${paymentId}`;

/** The pretend provider: a real one in every respect but that it moves no money. */
export class SandboxProvider implements PaymentProvider {
  readonly name = 'sandbox';
  readonly currencies: readonly FiatCurrency[] = ['USD', 'INR'];

  constructor(
    private readonly charges: SandboxChargeRepository,
    private readonly webhookSecret: string,
  ) {}

  async open({ paymentId }: PaymentOrder): Promise<OpenedCheckout> {
    const providerRef = sandboxRef(paymentId);
    await this.charges.open(providerRef, paymentId);
    return { providerRef, customerRef: null, handover: { kind: 'sandbox' } };
  }

  isSigned(rawBody: Buffer, headers: IncomingHttpHeaders, now: Date): boolean {
    const signature = headers[SIGNATURE_HEADER];
    return typeof signature === 'string' && isSignedBy(this.webhookSecret, signature, rawBody, now);
  }

  read(rawBody: Buffer): ProviderEvent {
    const parsed = sandboxEvent.safeParse(jsonOf(rawBody));
    if (!parsed.success) throw new ProviderFault('nonsense', 'not an event of the sandbox');
    const { id, type, paymentId, currency, amountMinor, refund, dispute } = parsed.data;
    const facts: PaymentFacts = {
      ...(type === 'payment.succeeded' ? { paid: { currency, amountMinor, feeMinor: null, instrument: null } } : {}),
      ...(type === 'payment.pending' ? { pending: true } : {}),
      ...(type === 'payment.failed' ? { failed: { code: 'declined' } } : {}),
      ...(type === 'payment.cancelled' ? { cancelled: true } : {}),
      ...(refund === undefined ? {} : { refunds: [refund] }),
      ...(dispute === undefined ? {} : { disputes: [{ ...dispute, feeMinor: null, reason: 'fraudulent' }] }),
    };
    return { id, type, about: 'payment', paymentId, refs: [sandboxRef(paymentId)], facts };
  }

  async fetch(refs: readonly string[]): Promise<KnownPayment> {
    const charge = await this.chargeOf(refs);
    return { refs: [charge.ref], facts: factsOf(charge.facts) };
  }

  async refund(refs: readonly string[], amountMinor: number, key: string): Promise<RefundFact> {
    const { ref, facts } = await this.chargeOf(refs);
    const made = { ref: `sbxr_${key}`, amountMinor, status: 'succeeded' as const };
    const known = facts.refunds ?? [];
    if (!known.some((refund) => refund.ref === made.ref)) {
      const soFar = known.reduce((sum, refund) => sum + refund.amountMinor, 0);
      if (facts.paid === undefined || soFar + amountMinor > facts.paid.amountMinor) {
        throw new ProviderFault('refused', 'more than was paid can’t be given back');
      }
      await this.charges.save(ref, { ...facts, refunds: [...known, made] });
    }
    return made;
  }

  async cancel(refs: readonly string[]): Promise<KnownPayment> {
    const charge = await this.chargeOf(refs);
    if (charge.facts.paid === undefined) await this.charges.save(charge.ref, { ...charge.facts, cancelled: true });
    return this.fetch(refs);
  }

  private async chargeOf(refs: readonly string[]): Promise<SandboxCharge> {
    for (const ref of refs) {
      const charge = await this.charges.find(ref);
      if (charge !== null) return charge;
    }
    throw new ProviderFault('unknown', 'the sandbox knows of no such payment');
  }
}

const factsOf = ({ pending, failed, cancelled, paid, refunds, disputes }: SandboxFacts): PaymentFacts => ({
  ...(pending ? { pending } : {}),
  ...(failed ? { failed: { code: 'declined' } } : {}),
  ...(cancelled ? { cancelled } : {}),
  ...(paid === undefined ? {} : { paid: { ...paid, feeMinor: null, instrument: null } }),
  refunds: refunds ?? [],
  disputes: (disputes ?? []).map((dispute) => ({ ...dispute, feeMinor: null, reason: 'fraudulent' })),
});

function jsonOf(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'));
  } catch {
    throw new ProviderFault('nonsense', 'not JSON');
  }
}
