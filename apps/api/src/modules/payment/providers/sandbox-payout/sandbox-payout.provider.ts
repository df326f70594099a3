import type { PayoutFacts } from '../../domain/payout-facts.ts';
import { ProviderFault } from '../payment-provider.ts';
import type {
  Beneficiary,
  DestinationStatus,
  OpenedDestination,
  PayoutOrder,
  PayoutProvider,
} from '../payout-provider.ts';

/** How long money is on its way, so that people see that it is. */
const TRAVEL_MS = 3_000;
const DESTINATION = /^sandbox_dest:(?<handle>[a-z]+@sandbox):(?<id>[0-9a-f-]{36})$/;
const PAYOUT = /^sandbox_po:(?<fate>pays|fails):(?<payoutId>[0-9a-f-]{36})$/;

/**
 * The pretend bank. Its names say all that it knows, so it forgets nothing when the process dies; only what is still travelling then
 * arrives at once. `fails@sandbox` returns what it gets.
 */
export class SandboxPayoutProvider implements PayoutProvider {
  readonly name = 'sandbox';
  readonly currencies = ['USD', 'INR'] as const;
  private readonly sentAtMs = new Map<string, number>();

  constructor(private readonly travelMs = TRAVEL_MS) {}

  async openDestination({ account, destinationId }: Beneficiary): Promise<OpenedDestination> {
    if (account.kind !== 'sandbox') throw new ProviderFault('refused', 'not an account of the sandbox', 'wrong_kind');
    const ref = `sandbox_dest:${account.handle}:${destinationId}`;
    return { ref, onboardingUrl: null, status: await this.checkDestination(ref) };
  }

  async checkDestination(ref: string): Promise<DestinationStatus> {
    const { handle } = partsOf(DESTINATION, ref);
    // No fingerprint: everybody in the sandbox is paid to the same two names.
    return { isVerified: true, hint: handle ?? '', fingerprint: null };
  }

  async send({ payoutId, destinationRef }: PayoutOrder): Promise<PayoutFacts> {
    const { handle } = partsOf(DESTINATION, destinationRef);
    const ref = `sandbox_po:${handle === 'fails@sandbox' ? 'fails' : 'pays'}:${payoutId}`;
    if (!this.sentAtMs.has(ref)) this.sentAtMs.set(ref, Date.now());
    return this.fetch(ref);
  }

  /** Whatever was sent got there: its name is all that there is. */
  async find(order: PayoutOrder): Promise<PayoutFacts> {
    return this.send(order);
  }

  async fetch(ref: string): Promise<PayoutFacts> {
    const { fate } = partsOf(PAYOUT, ref);
    const sentAtMs = this.sentAtMs.get(ref) ?? 0;
    if (Date.now() - sentAtMs < this.travelMs) return { ref, status: 'in_flight', feeMinor: null, failureCode: null };
    this.sentAtMs.delete(ref);
    return fate === 'fails'
      ? { ref, status: 'returned', feeMinor: null, failureCode: 'account_closed' }
      : { ref, status: 'paid', feeMinor: null, failureCode: null };
  }
}

function partsOf(form: RegExp, ref: string): Record<string, string> {
  const parts = form.exec(ref)?.groups;
  if (parts === undefined) throw new ProviderFault('unknown', 'the sandbox knows no such thing', 'unknown_ref');
  return parts;
}
