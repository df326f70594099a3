import { Injectable } from '@nestjs/common';
import type { EarningsDay, EarningsEntry } from '@troupe/contracts/http/analytics';
import { ChargeSubjects } from './charge-subjects.ts';
import { USER_ACCOUNT } from './ledger/accounts.ts';
import { KIND } from './ledger/kinds.ts';
import { LedgerRepository } from './ledger/ledger.repository.ts';
import { NameMovementsService } from './name-movements.service.ts';

/** Balances of a creator's earning accounts, in microcoins. */
export interface EarningsBalances {
  pendingMicrocoins: number;
  availableMicrocoins: number;
  promotionalMicrocoins: number;
}

@Injectable()
export class ReadEarningsService {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly subjects: ChargeSubjects,
    private readonly names: NameMovementsService,
  ) {}

  async balances(creatorId: string): Promise<EarningsBalances> {
    const rows = await this.ledger.earningsBalances(creatorId);
    const of = (code: bigint): number => Number(rows.find((row) => BigInt(row.code) === code)?.balance ?? 0n);
    return {
      pendingMicrocoins: of(USER_ACCOUNT.earningsPending),
      availableMicrocoins: of(USER_ACCOUNT.earnings),
      promotionalMicrocoins: of(USER_ACCOUNT.earningsPromoPending) + of(USER_ACCOUNT.earningsPromo),
    };
  }

  /** Days with earnings since `since`, oldest first; days without any are left out. */
  async byDay(creatorId: string, since: Date): Promise<EarningsDay[]> {
    const rows = await this.ledger.earningsByDay(creatorId, since);
    return rows.map((row) => ({
      day: row.day,
      payableMicrocoins: Number(row.payable),
      promotionalMicrocoins: Number(row.promo),
      messages: row.messages,
    }));
  }

  /** The newest earnings and refunds, named by persona; whose message it was is not told. */
  async recent(creatorId: string, limit: number): Promise<EarningsEntry[]> {
    const rows = await this.ledger.recentEarnings(creatorId, limit);
    const journals = [...new Set(rows.map((row) => row.reverses ?? row.journal))];
    const [subjects, movements] = await Promise.all([
      this.subjects.describe({ kind: 'creator', ownerId: creatorId }, journals),
      this.names.names(creatorId, journals),
    ]);
    return rows.map((row) => {
      const movement = movements.get(row.reverses ?? row.journal);
      const subject = movement?.subject ?? subjects.get(row.reverses ?? row.journal);
      return {
        journalId: row.journal.toString(),
        kind: row.reverses !== null ? 'refund' : movement?.kind === KIND.tipShare ? 'tip' : 'message',
        title: subject?.title ?? '',
        personaSlug: subject?.personaSlug ?? null,
        payableMicrocoins: Number(row.payable),
        promotionalMicrocoins: Number(row.promo),
        createdAt: row.created_at.toISOString(),
      };
    });
  }
}
