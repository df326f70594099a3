import { Injectable } from '@nestjs/common';
import { ECONOMY, PAYOUT_RULES, PAYOUT_TERMS } from '@troupe/contracts/economy';
import type {
  PayoutDetail,
  PayoutObstacle,
  PayoutOffer,
  PayoutOverview,
  PayoutsPage,
} from '@troupe/contracts/http/payout';
import { fiatCurrency } from '@troupe/contracts/money';
import { z } from 'zod';
import { notFound } from '../../../platform/errors/app-error.ts';
import { decodeCursor, encodeCursor } from '../../../platform/ids/cursor.ts';
import { CoinFacade, type PayoutStanding } from '../../coin/index.ts';
import { PayoutProviders } from '../providers/payout-providers.ts';
import { type DestinationRow, DestinationsRepository } from './destinations.repository.ts';
import { payableOf, reserveOf } from './domain/payable.ts';
import { quote } from './domain/quote.ts';
import { JudgePayoutService } from './judge-payout.service.ts';
import { PayoutVault } from './payout-vault.ts';
import { payoutNotFound } from './payouts.errors.ts';
import { toDetail, toPayout } from './payouts.presenter.ts';
import { PayoutsRepository } from './payouts.repository.ts';

const DAY_MS = 86_400_000;

@Injectable()
export class ReadPayoutsService {
  constructor(
    private readonly repository: PayoutsRepository,
    private readonly destinations: DestinationsRepository,
    private readonly judge: JudgePayoutService,
    private readonly coin: CoinFacade,
    private readonly providers: PayoutProviders,
    private readonly vault: PayoutVault,
  ) {}

  /** What there is, what of it could be paid out now and on which terms, and why not. */
  async overview(userId: string): Promise<PayoutOverview> {
    const [standing, profile, destinations, reasons] = await Promise.all([
      this.coin.payoutStanding(userId, PAYOUT_RULES.reserveDays),
      this.destinations.profile(userId),
      this.destinations.list(userId),
      this.judge.reviewReasons(userId),
    ]);
    if (standing === undefined) throw notFound('This wallet');
    const offers = this.offers(payableOf(standing));
    const matures = standing.oldestPendingAt?.getTime();
    return {
      pendingMicrocoins: Number(standing.pending),
      nextMaturesAt:
        matures === undefined ? null : new Date(matures + ECONOMY.payoutHoldingDays * DAY_MS).toISOString(),
      holdingDays: ECONOMY.payoutHoldingDays,
      availableMicrocoins: Number(standing.earnings),
      reserveMicrocoins: Number(reserveOf(standing)),
      reservePercent: PAYOUT_RULES.reservePercent,
      reserveDays: PAYOUT_RULES.reserveDays,
      payableMicrocoins: Number(payableOf(standing)),
      inFlightMicrocoins: Number(standing.inFlight),
      offers,
      obstacles: this.obstacles(standing, profile !== null, destinations, offers),
      willBeReviewed: reasons.length > 0,
    };
  }

  /** Throws `not_found`. */
  async find(userId: string, payoutId: string): Promise<PayoutDetail> {
    const row = await this.repository.findOwn(userId, payoutId);
    if (row === null) throw payoutNotFound();
    return toDetail(row, await this.repository.events(row.id));
  }

  /** Newest first. */
  async list(userId: string, cursor: string | undefined, limit: number): Promise<PayoutsPage> {
    const before = cursor === undefined ? undefined : decodeCursor(z.uuid(), cursor);
    const rows = await this.repository.listOwn(userId, before, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return { items: shown.map(toPayout), nextCursor: rows.length > limit && last ? encodeCursor(last.id) : null };
  }

  private offers(payable: bigint): PayoutOffer[] {
    return this.providers.all.flatMap((provider) =>
      provider.currencies.map((currency) => {
        const terms = PAYOUT_TERMS[currency];
        const offer = quote(payable, terms, provider.name);
        return {
          provider: provider.name,
          currency,
          rateMicrosPerCoin: terms.rateMicrosPerCoin,
          minimumMinor: terms.minimumMinor,
          feeMinor: terms.feeMinor[provider.name],
          amountMicrocoins: Number(offer.amountMicrocoins),
          pays: { currency, amountMinor: Number(offer.amountMinor) },
          isEnough: offer.isEnough,
        };
      }),
    );
  }

  private obstacles(
    standing: PayoutStanding,
    hasProfile: boolean,
    destinations: readonly DestinationRow[],
    offers: readonly PayoutOffer[],
  ): PayoutObstacle[] {
    const verified = destinations.filter(({ status }) => status === 'verified');
    const reachable = offers.filter(({ provider, currency }) =>
      verified.some((one) => one.provider === provider && fiatCurrency.parse(one.currency) === currency),
    );
    const found: [PayoutObstacle, boolean][] = [
      ['unavailable', offers.length === 0 || !this.vault.isOpen],
      ['wallet_blocked', standing.suspended],
      ['receivable_open', standing.receivable > 0n],
      ['profile_missing', !hasProfile],
      ['destination_missing', verified.length === 0],
      ['below_minimum', !(reachable.length > 0 ? reachable : offers).some(({ isEnough }) => isEnough)],
    ];
    return found.filter(([, stands]) => stands).map(([obstacle]) => obstacle);
  }
}
