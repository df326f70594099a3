import { Injectable } from '@nestjs/common';
import { type PictureShape, pictureShape } from '@troupe/contracts/http/creator';
import type { Database } from '@troupe/database';
import { InjectDatabase } from '../database/database.module.ts';

export interface PictureRow {
  key: string;
  shape: PictureShape;
  widthPx: number;
  heightPx: number;
  hueDegrees: number;
}

const FIELDS = { key: true, shape: true, widthPx: true, heightPx: true, hueDegrees: true } as const;

/** Who may use which uploaded picture. */
@Injectable()
export class PictureRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  async countSince(ownerId: string, since: Date): Promise<number> {
    return this.database.prisma.picture.count({ where: { ownerId, createdAt: { gt: since } } });
  }

  /** The same picture again is the one that is there. */
  async insert(ownerId: string, picture: PictureRow & { sizeBytes: number }): Promise<void> {
    await this.database.prisma.picture.createMany({ data: [{ ...picture, ownerId }], skipDuplicates: true });
  }

  async find(ownerId: string, key: string): Promise<PictureRow | undefined> {
    const row = await this.database.prisma.picture.findUnique({
      where: { ownerId_key: { ownerId, key } },
      select: FIELDS,
    });
    return row === null ? undefined : { ...row, shape: pictureShape.parse(row.shape) };
  }
}
