import { Injectable } from '@nestjs/common';
import type { ReceiptProof } from '@troupe/contracts/http/coin';
import { AppError, notFound } from '../../platform/errors/app-error.ts';
import { SealRepository } from './ledger/seal.repository.ts';
import { pathOf } from './ledger/seal-proof.ts';

/** The proof that a journal is in the sealed ledger: `npm run ledger:check-receipt` checks one without asking the platform. */
@Injectable()
export class ProveReceiptService {
  constructor(private readonly seals: SealRepository) {}

  /** Throws `not_found` for a journal that is not the owner's, `not_sealed_yet` for one of the last seconds. */
  async prove(ownerId: string, journal: bigint): Promise<ReceiptProof> {
    const legs = await this.seals.legs(ownerId, journal);
    if (legs.length === 0) throw notFound('This receipt');
    const seal = await this.seals.sealOf(journal);
    if (seal === undefined)
      throw new AppError('not_sealed_yet', 'This receipt is sealed within seconds: please try again');
    const leaves = await this.seals.leaves(seal.after, seal.upto);
    const index = leaves.findIndex((entry) => entry.journal === journal);
    if (index === -1) throw new Error('a sealed journal has no leaf');
    return {
      journalId: journal.toString(),
      legs: legs.map((leg) => ({
        leg: leg.leg,
        kind: leg.kind,
        debit: leg.debit.toString(),
        credit: leg.credit.toString(),
        amount: leg.amount.toString(),
        reverses: leg.reverses.toString(),
        createdAtMs: leg.createdAtMs.toString(),
      })),
      path: pathOf(
        leaves.map((entry) => entry.leaf),
        index,
      ),
      seal: {
        number: seal.number.toString(),
        after: seal.after.toString(),
        upto: seal.upto.toString(),
        journals: seal.journals,
        root: seal.root,
        hash: seal.hash,
        previousHash: seal.previousHash,
      },
    };
  }
}
