import { Injectable } from '@nestjs/common';
import type { PayoutProfileAnswer, PayoutProfileRequest } from '@troupe/contracts/http/payout';
import { DestinationsRepository } from './destinations.repository.ts';
import { hintOf, PayoutVault } from './payout-vault.ts';
import { toProfile } from './payouts.presenter.ts';
import { RiskSignals } from './risk-signals.service.ts';

/** Who is paid. The tax id is kept encrypted, and as a hash by which two accounts of one person are found. */
@Injectable()
export class PayoutProfileService {
  constructor(
    private readonly repository: DestinationsRepository,
    private readonly vault: PayoutVault,
    private readonly signals: RiskSignals,
  ) {}

  async read(userId: string): Promise<PayoutProfileAnswer> {
    const row = await this.repository.profile(userId);
    return { profile: row === null ? null : toProfile(row) };
  }

  /** Throws `payouts_unavailable`. */
  async save(userId: string, { legalName, country, taxId }: PayoutProfileRequest): Promise<PayoutProfileAnswer> {
    const sealed = this.vault.seal(userId, taxId);
    await this.signals.note(userId, 'identity', `${country}:${taxId}`);
    const profile = { legalName, country, taxId: sealed, taxIdHint: hintOf(taxId) };
    return { profile: toProfile(await this.repository.saveProfile(userId, profile)) };
  }
}
