import { Injectable } from '@nestjs/common';
import type { Tx } from '@troupe/database';
import { CoinFacade } from '../../coin/index.ts';
import { PayoutVault } from './payout-vault.ts';
import { RiskSignalsRepository } from './risk-signals.repository.ts';

/** `card`: what paid · `device`: what signed in · `identity`: a tax id · `destination`: where somebody is paid. */
export type RiskSignalKind = 'card' | 'device' | 'identity' | 'destination';

/** What pays and what is paid to may be one account: a creator whose own bank account tips is found by it. */
const HASHED_AS = { card: 'account', destination: 'account', device: 'device', identity: 'identity' } as const;
/** More people than share anything by chance. */
const SHARING_MAX = 1_000;

/** What people were seen with, to find creators who pay themselves. Values are kept as keyed hashes only. */
@Injectable()
export class RiskSignals {
  constructor(
    private readonly repository: RiskSignalsRepository,
    private readonly vault: PayoutVault,
    private readonly coin: CoinFacade,
  ) {}

  /**
   * Notes that somebody was seen with something; a second time changes nothing. Joins the caller's transaction where one is given. Without an
   * ENCRYPTION_KEY nothing is kept, and nobody is paid out either.
   */
  async note(userId: string, kind: RiskSignalKind, value: string, tx?: Pick<Tx, 'riskSignal'>): Promise<void> {
    const valueHash = this.vault.hash(HASHED_AS[kind], value);
    if (valueHash !== undefined) await this.repository.insert({ userId, kind, valueHash }, tx);
  }

  /** Those who share a signal with this creator and paid them with bought coins after a journal. */
  async relatedPayers(creatorId: string, afterJournal: bigint): Promise<string[]> {
    const sharing = await this.repository.sharing(creatorId, SHARING_MAX);
    return this.coin.paidBy(creatorId, sharing, afterJournal);
  }
}
