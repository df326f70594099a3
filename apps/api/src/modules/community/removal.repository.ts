import { Injectable } from '@nestjs/common';
import type { Database, Tx } from '@troupe/database';
import { InjectDatabase } from '../../platform/database/database.module.ts';

const FIELDS = {
  postId: true,
  personaId: true,
  creatorId: true,
  excerpt: true,
  pictureCount: true,
  reason: true,
  createdAt: true,
} as const;

/** A post that an admin removed. */
export interface Removal {
  postId: string;
  personaId: string;
  creatorId: string;
  /** Its beginning, on one line. */
  excerpt: string;
  pictureCount: number;
  reason: string;
  createdAt: Date;
}

@Injectable()
export class RemovalRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  async insert(
    tx: Pick<Tx, 'postRemoval'>,
    removal: Omit<Removal, 'createdAt'> & { removedBy: string },
  ): Promise<void> {
    await tx.postRemoval.create({ data: removal, select: { postId: true } });
  }

  async findAll(postIds: readonly string[]): Promise<Removal[]> {
    return this.database.prisma.postRemoval.findMany({ where: { postId: { in: [...postIds] } }, select: FIELDS });
  }

  /** In the caller's transaction. */
  async findCreator(tx: Pick<Tx, 'postRemoval'>, postId: string): Promise<string | undefined> {
    const row = await tx.postRemoval.findUnique({ where: { postId }, select: { creatorId: true } });
    return row?.creatorId;
  }
}
