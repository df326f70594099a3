import { Injectable } from '@nestjs/common';
import type { JournalReceipt } from '@troupe/contracts/http/coin-movements';
import { notFound } from '../../platform/errors/app-error.ts';
import { ChargeSubjects } from './charge-subjects.ts';
import { transactionKindOf } from './ledger/kinds.ts';
import { MovementsRepository, type ReceiptRow } from './movements.repository.ts';
import { NameMovementsService } from './name-movements.service.ts';

@Injectable()
export class ReadJournalReceiptService {
  constructor(
    private readonly repository: MovementsRepository,
    private readonly names: NameMovementsService,
    private readonly subjects: ChargeSubjects,
  ) {}

  /** The receipt of any journal that touched the caller's wallet, told from their side; throws `not_found` for every other. */
  async receipt(ownerId: string, journal: bigint): Promise<JournalReceipt> {
    const row = await this.repository.receipt(ownerId, journal);
    if (row === undefined) throw notFound('This receipt');
    const named = row.reverses ?? journal;
    const audience = { kind: isOnEarningSide(row) ? ('creator' as const) : ('payer' as const), ownerId };
    const [names, subjects] = await Promise.all([
      this.names.names(ownerId, [named]),
      this.subjects.describe(audience, [named]),
    ]);
    const movement = names.get(named);
    const share = Number(row.creator_share);
    const fee = Number(row.platform_share);
    return {
      journalId: journal.toString(),
      kind: transactionKindOf(row.kind, row.reverses !== null),
      createdAt: row.created_at.toISOString(),
      coinsMicrocoins: Number(row.coins),
      bonusMicrocoins: Number(row.bonus),
      earningsMicrocoins: Number(row.earnings),
      promotionalMicrocoins: Number(row.promotional),
      split: share + fee === 0 ? null : { creatorShareMicrocoins: share, platformShareMicrocoins: fee },
      reverses: row.reverses?.toString() ?? null,
      reversedAt: row.reversed_at?.toISOString() ?? null,
      subject: movement?.subject ?? subjects.get(named) ?? null,
      counterpart: movement?.counterpart ?? null,
      note: movement?.note ?? null,
    };
  }
}

/** Whoever only earned from a charge learns the persona, never which message it was. */
const isOnEarningSide = (row: ReceiptRow): boolean => row.coins === 0n && row.bonus === 0n;
