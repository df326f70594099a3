import { Injectable } from '@nestjs/common';
import type {
  PayoutDestinationAnswer,
  PayoutDestinationList,
  PayoutDestinationRequest,
} from '@troupe/contracts/http/payout';
import { LIMITS } from '@troupe/contracts/limits';
import { UnitOfWork } from '@troupe/database';
import { newId } from '../../../platform/ids/ids.ts';
import { ProviderFault } from '../providers/payment-provider.ts';
import type { DestinationStatus, PayoutProvider } from '../providers/payout-provider.ts';
import { PayoutProviders } from '../providers/payout-providers.ts';
import { DestinationsRepository, type ProfileRow } from './destinations.repository.ts';
import { PayoutVault } from './payout-vault.ts';
import * as errors from './payouts.errors.ts';
import { toDestination } from './payouts.presenter.ts';
import { RiskSignals } from './risk-signals.service.ts';

/** Where creators are paid. What a bank account is called by its bank goes to the provider, and is not kept. */
@Injectable()
export class DestinationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: DestinationsRepository,
    private readonly providers: PayoutProviders,
    private readonly vault: PayoutVault,
    private readonly signals: RiskSignals,
  ) {}

  async list(userId: string): Promise<PayoutDestinationList> {
    return { destinations: (await this.repository.list(userId)).map(toDestination) };
  }

  /**
   * Opens a destination with its provider. Throws `not_found` for a provider that isn't there in this currency, `payout_profile_required`,
   * `too_many_payout_destinations`, `validation_failed` for an account that is refused, `payouts_unavailable`, or `payment_provider_unavailable`:
   * the same request again goes on with what was begun.
   */
  async open(userId: string, request: PayoutDestinationRequest): Promise<PayoutDestinationAnswer> {
    const provider = this.providers.find(request.provider);
    if (provider?.currencies.includes(request.currency) !== true) throw errors.providerNotFound();
    if (!this.vault.isOpen) throw errors.payoutsUnavailable();
    const [profile, email] = await Promise.all([this.repository.profile(userId), this.repository.emailOf(userId)]);
    if (profile === null || email === undefined) throw errors.profileRequired();
    const destinationId = await this.begin(userId, request, profile);
    const { legalName, country } = profile;
    const { currency, account } = request;
    const opened = await provider
      .openDestination({ userId, destinationId, email, legalName, country, currency, account })
      .catch(async (fault: unknown) => {
        if (!(fault instanceof ProviderFault)) throw fault;
        if (fault.kind === 'refused') await this.repository.forget(destinationId);
        throw errors.providerRefusal(fault);
      });
    await this.keep(userId, destinationId, opened.ref, opened.status);
    return this.read(userId, destinationId, opened.onboardingUrl);
  }

  /** Asks the provider how it stands, and where the creator goes on if it isn't complete. Throws `not_found` or `payment_provider_unavailable`. */
  async check(userId: string, destinationId: string): Promise<PayoutDestinationAnswer> {
    const row = await this.repository.findOwn(userId, destinationId);
    if (row === null || row.ref === null) throw errors.destinationNotFound();
    const provider = this.providers.find(row.provider);
    if (provider === undefined) throw errors.payoutsUnavailable();
    const { status, onboardingUrl } = await this.ask(provider, row.ref);
    await this.keep(userId, destinationId, row.ref, status);
    return this.read(userId, destinationId, onboardingUrl);
  }

  /** Nothing goes there any more. Throws `not_found`, and `payout_under_way` while one does. */
  async remove(userId: string, destinationId: string): Promise<void> {
    await this.unitOfWork.run('remove-destination', async (tx) => {
      await this.repository.lock(tx, destinationId);
      if ((await this.repository.findOwn(userId, destinationId, tx)) === null) throw errors.destinationNotFound();
      if (await this.repository.isInUse(tx, destinationId)) throw errors.payoutUnderWay();
      await this.repository.disable(tx, destinationId);
    });
  }

  /** The row comes before the provider is asked: an answer that is lost leaves an id with which to ask again. */
  private async begin(
    userId: string,
    { provider, currency }: PayoutDestinationRequest,
    { legalName, country }: ProfileRow,
  ): Promise<string> {
    return this.unitOfWork.run('open-destination', async (tx) => {
      await this.repository.lockOpening(tx, userId);
      const begun = await this.repository.findUnfinished(tx, userId, provider, currency);
      if (begun !== null) return begun;
      if ((await this.repository.count(tx, userId)) >= LIMITS.payoutDestinationsMax) throw errors.tooManyDestinations();
      const id = newId();
      await this.repository.insert(tx, { id, userId, provider, currency, legalName, country });
      return id;
    });
  }

  private async ask(provider: PayoutProvider, ref: string) {
    try {
      const status = await provider.checkDestination(ref);
      const onboardingUrl = status.isVerified ? null : ((await provider.onboardingUrl?.(ref)) ?? null);
      return { status, onboardingUrl };
    } catch (fault) {
      throw fault instanceof ProviderFault ? errors.providerRefusal(fault) : fault;
    }
  }

  private async keep(userId: string, id: string, ref: string, status: DestinationStatus): Promise<void> {
    const { fingerprint, hint, isVerified } = status;
    // First the signal: a destination that can be paid to is never without it.
    if (fingerprint !== null) await this.signals.note(userId, 'destination', fingerprint);
    const hash = fingerprint === null ? undefined : this.vault.hash('account', fingerprint);
    await this.repository.update(id, { ref, hint, isVerified, fingerprint: hash ?? null });
  }

  private async read(
    userId: string,
    destinationId: string,
    onboardingUrl: string | null,
  ): Promise<PayoutDestinationAnswer> {
    const row = await this.repository.findOwn(userId, destinationId);
    if (row === null) throw errors.destinationNotFound();
    return { destination: toDestination(row), onboardingUrl };
  }
}
