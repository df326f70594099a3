import { Injectable } from '@nestjs/common';
import type { Movement } from '@troupe/contracts/http/coin-movements';
import { refused } from './coin.errors.ts';
import { ledgerKey, requestHash } from './ledger/keys.ts';
import { KIND } from './ledger/kinds.ts';
import { LedgerRepository } from './ledger/ledger.repository.ts';
import { MovementsRepository } from './movements.repository.ts';

/** A request under a key of its caller. */
export interface NamedRequest {
  ownerId: string;
  key: string;
  requestHash: bigint;
}

/** The scope keeps keys that clients choose apart from those that the platform makes. */
export function nameRequest(ownerId: string, idempotencyKey: string, parts: readonly string[]): NamedRequest {
  return { ownerId, key: ledgerKey('api', idempotencyKey), requestHash: requestHash(parts) };
}

/** Answers movements from what was written, so that a retry and the first request can't differ. */
@Injectable()
export class AnswerMovementService {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly repository: MovementsRepository,
  ) {}

  /**
   * What this request did before, or undefined if it is new. Asked before anything else is looked at: a retry of a gift that went out is
   * answered as it was, even if its recipient left since. Throws `idempotency_key_reused` for another request under the same key.
   */
  async earlier(request: NamedRequest): Promise<Movement | undefined> {
    const found = await this.ledger.journalOfKey(request.ownerId, request.key);
    if (found === undefined) return undefined;
    if (found.requestHash !== request.requestHash) throw refused('reused');
    return this.movement(request.ownerId, found.journal);
  }

  async movement(ownerId: string, journal: bigint | null): Promise<Movement> {
    const row = journal === null ? undefined : await this.repository.movement(ownerId, journal);
    if (row === undefined) throw new Error('the ledger posted a movement that is not there');
    return {
      journalId: row.journal.toString(),
      kind: kindOf(row.kind),
      amountMicrocoins: Number(row.amount),
      coinsPartMicrocoins: Number(row.amount - row.bonus_part),
      bonusPartMicrocoins: Number(row.bonus_part),
      note: row.note,
      createdAt: row.created_at.toISOString(),
    };
  }
}

function kindOf(kind: number): Movement['kind'] {
  if (kind === KIND.giftOut) return 'gift';
  return kind === KIND.tipShare ? 'tip' : 'swap';
}
