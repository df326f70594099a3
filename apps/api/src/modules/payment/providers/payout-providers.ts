import { Injectable } from '@nestjs/common';
import { type PaymentProviderName, paymentProviderName } from '@troupe/contracts/http/payment';
import type { PayoutProvider } from './payout-provider.ts';

/** Who pays creators on this install. */
@Injectable()
export class PayoutProviders {
  private readonly byName: ReadonlyMap<PaymentProviderName, PayoutProvider>;

  constructor(providers: readonly PayoutProvider[]) {
    this.byName = new Map(providers.map((provider) => [provider.name, provider]));
  }

  get all(): PayoutProvider[] {
    return [...this.byName.values()];
  }

  /** Whether any of them pays with more than words. */
  get moveMoney(): boolean {
    return this.all.some(({ name }) => name !== 'sandbox');
  }

  /** Undefined for one that isn't set up (any more). */
  find(name: string): PayoutProvider | undefined {
    const known = paymentProviderName.safeParse(name);
    return known.success ? this.byName.get(known.data) : undefined;
  }
}
