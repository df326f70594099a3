import { Injectable } from '@nestjs/common';
import { type PaymentProviderName, paymentProviderName } from '@troupe/contracts/http/payment';
import { notFound } from '../../../platform/errors/app-error.ts';
import type { PaymentProvider } from './payment-provider.ts';

/** The providers that are set up here. */
@Injectable()
export class PaymentProviders {
  private readonly byName: ReadonlyMap<PaymentProviderName, PaymentProvider>;

  constructor(providers: readonly PaymentProvider[]) {
    this.byName = new Map(providers.map((provider) => [provider.name, provider]));
  }

  all(): PaymentProvider[] {
    return [...this.byName.values()];
  }

  /** Undefined for one that isn't set up (any more). */
  find(name: string): PaymentProvider | undefined {
    const known = paymentProviderName.safeParse(name);
    return known.success ? this.byName.get(known.data) : undefined;
  }

  /** Throws `not_found` for one that is not set up. */
  get(name: string): PaymentProvider {
    const provider = this.find(name);
    if (provider === undefined) throw notFound('This payment provider');
    return provider;
  }
}
