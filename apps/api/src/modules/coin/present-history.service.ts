import { Injectable } from '@nestjs/common';
import type { Transaction } from '@troupe/contracts/http/coin';
import { ChargeSubjects } from './charge-subjects.ts';
import { transactionKindOf } from './ledger/kinds.ts';
import { NameMovementsService } from './name-movements.service.ts';

/** One journal as a wallet felt it; `balanceAfter` is null where there is no running balance. */
export interface HistoryEntry {
  journal: bigint;
  delta: bigint;
  kind: number;
  reverses: bigint | null;
  created_at: Date;
  balanceAfter: bigint | null;
}

/** Turns rows of history into transactions with their names. */
@Injectable()
export class PresentHistoryService {
  constructor(
    private readonly subjects: ChargeSubjects,
    private readonly names: NameMovementsService,
  ) {}

  async present(ownerId: string, entries: readonly HistoryEntry[]): Promise<Transaction[]> {
    // A refund is about what it takes back, so it carries that journal's names.
    const aboutOf = (entry: HistoryEntry): bigint => entry.reverses ?? entry.journal;
    const journals = [...new Set(entries.map(aboutOf))];
    const [subjects, names] = await Promise.all([
      this.subjects.describe({ kind: 'payer', ownerId }, journals),
      this.names.names(ownerId, journals),
    ]);
    return entries.map((entry): Transaction => {
      const movement = names.get(aboutOf(entry));
      return {
        journalId: entry.journal.toString(),
        kind: transactionKindOf(entry.kind, entry.reverses !== null),
        amountMicrocoins: Number(entry.delta),
        balanceAfterMicrocoins: entry.balanceAfter === null ? null : Number(entry.balanceAfter),
        createdAt: entry.created_at.toISOString(),
        subject: subjects.get(aboutOf(entry)) ?? movement?.subject ?? null,
        counterpart: movement?.counterpart ?? null,
        note: movement?.note ?? null,
      };
    });
  }
}
