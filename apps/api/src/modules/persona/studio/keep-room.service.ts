import { Injectable } from '@nestjs/common';
import { LIMITS } from '@troupe/contracts/limits';
import type { Tx } from '@troupe/database';
import { KeptObjectRepository } from '../lore/kept-object.repository.ts';
import { type KeptBytes, KeptBytesRepository } from './kept-bytes.repository.ts';
import { storageFull } from './studio.errors.ts';

/** All that is kept for one creator has bounds: of what personas were, the oldest goes first; what they are stays. */
@Injectable()
export class KeepRoomService {
  constructor(
    private readonly repository: KeptBytesRepository,
    private readonly objects: KeptObjectRepository,
  ) {}

  /** Only one transaction at a time is in a creator's room. Whoever locks a persona does it before this. */
  async enter(tx: Tx, creatorId: string): Promise<void> {
    await this.repository.lock(tx, creatorId);
  }

  /**
   * After something was put: the creator's oldest versions go until all is within the bounds. Each persona's newest version stays, and everything that
   * personas say and know now. Throws `storage_full` when that alone is too much.
   */
  async make(tx: Tx, creatorId: string): Promise<void> {
    await this.enter(tx, creatorId);
    let kept = await this.repository.sum(tx, creatorId);
    if (fits(kept)) return;
    const personaIds = await this.repository.lockPersonas(tx, creatorId);
    // Twice as many each time that it isn't enough: there may be thousands.
    for (let limit = 1; !fits(kept); limit *= 2) {
      const withFiles = kept.words <= LIMITS.keptPerCreatorBytesMax;
      const gone = await this.repository.deleteOldest(tx, personaIds, { limit, withFiles });
      if (gone.count === 0) throw storageFull();
      for (const personaId of gone.sweepIds) await this.objects.sweep(tx, personaId);
      kept = await this.repository.sum(tx, creatorId);
    }
  }
}

const fits = ({ words, files }: KeptBytes): boolean =>
  words <= LIMITS.keptPerCreatorBytesMax && files <= LIMITS.cardFilesPerCreatorBytesMax;
