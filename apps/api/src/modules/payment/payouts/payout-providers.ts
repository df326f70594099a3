import { Injectable } from '@nestjs/common';
import { type PaymentProviderName, paymentProviderName } from '@troupe/contracts/http/payment';
import { InjectEnv } from '../../../platform/config/config.module.ts';
import type { Env } from '../../../platform/config/env.ts';
import type { PayoutProvider } from '../providers/payout-provider.ts';
import { SandboxPayoutProvider } from '../providers/sandbox-payout/sandbox-payout.provider.ts';

/** Who pays creators on this install: one line for each provider that is set up. */
@Injectable()
export class PayoutProviders {
  private readonly byName: ReadonlyMap<PaymentProviderName, PayoutProvider>;

  constructor(@InjectEnv() env: Env) {
    const providers: PayoutProvider[] = env.SANDBOX_PAYMENTS ? [new SandboxPayoutProvider()] : [];
    this.byName = new Map(providers.map((provider) => [provider.name, provider]));
  }

  get all(): PayoutProvider[] {
    return [...this.byName.values()];
  }

  /** Undefined for one that isn't set up (any more). */
  find(name: string): PayoutProvider | undefined {
    const known = paymentProviderName.safeParse(name);
    return known.success ? this.byName.get(known.data) : undefined;
  }
}
