import { Injectable } from '@nestjs/common';
import type { Tx } from '@troupe/database';
import { decodeCursor, encodeCursor } from '../../../platform/ids/cursor.ts';
import { FanRepository, fanPosition } from './fan.repository.ts';

type FanTx = Pick<Tx, 'creatorFan' | 'fanBlock' | '$executeRaw'>;

/** A fan as their creator's list has them. */
export interface MetFan {
  fanId: string;
  metAt: Date;
  blockedAt: Date | null;
}

/** Who met whom, and which fans a creator's personas are not there for. */
@Injectable()
export class FansFacade {
  constructor(private readonly repository: FanRepository) {}

  /** Notes that a fan has met a persona's creator, in the transaction in which they do. */
  async meet(tx: FanTx, personaId: string, fanId: string): Promise<void> {
    await this.repository.insertMet(tx, personaId, fanId);
  }

  /**
   * Whether this creator has blocked this fan. Until the transaction ends that stays so: what is written on a no can't be overtaken by a block.
   */
  async isBlockedFor(tx: FanTx, creatorId: string, fanId: string): Promise<boolean> {
    await this.repository.lockPair(tx, creatorId, fanId);
    return this.repository.isBlocked(tx, creatorId, fanId);
  }

  /** The same as of now, for what is only read. */
  async isBlocked(creatorId: string, fanId: string | undefined): Promise<boolean> {
    return fanId !== undefined && fanId !== creatorId && (await this.repository.isBlockedNow(creatorId, fanId));
  }

  /** False for somebody whom this creator has never met. Once is enough. */
  async block(tx: FanTx, creatorId: string, fanId: string): Promise<boolean> {
    await this.repository.lockPair(tx, creatorId, fanId);
    if (!(await this.repository.hasMet(tx, creatorId, fanId))) return false;
    await this.repository.insertBlock(tx, creatorId, fanId);
    return true;
  }

  /** False for somebody whom this creator has never met. Who isn't blocked stays so. */
  async unblock(tx: FanTx, creatorId: string, fanId: string): Promise<boolean> {
    return (await this.repository.deleteBlock(tx, creatorId, fanId)) || this.repository.hasMet(tx, creatorId, fanId);
  }

  /** Those met last come first; of the blocked ones, those blocked last. */
  async list(
    creatorId: string,
    { only, cursor, limit }: { only?: 'blocked' | undefined; cursor?: string | undefined; limit: number },
  ): Promise<{ items: MetFan[]; nextCursor: string | null }> {
    const before = cursor === undefined ? undefined : decodeCursor(fanPosition, cursor);
    const rows =
      only === 'blocked'
        ? await this.repository.listBlocked(creatorId, before, limit + 1)
        : await this.repository.listMet(creatorId, before, limit + 1);
    const shown = rows.slice(0, limit);
    const { met, blocked } = await this.repository.datesOf(
      creatorId,
      shown.map((row) => row.fanId),
    );
    const last = shown.at(-1);
    const more = rows.length > limit && last !== undefined;
    return {
      items: shown.map(({ fanId, at }) => ({
        fanId,
        metAt: met.get(fanId) ?? at,
        blockedAt: blocked.get(fanId) ?? null,
      })),
      nextCursor: more ? encodeCursor({ at: last.at.toISOString(), id: last.fanId }) : null,
    };
  }
}
