import { Injectable } from '@nestjs/common';
import type { Database } from '@troupe/database';
import { InjectDatabase } from '../../../platform/database/database.module.ts';

/** What fans want lists to show. */
@Injectable()
export class WishRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** Who said nothing wants none. */
  async showsMature(fanId: string): Promise<boolean> {
    const row = await this.database.prisma.discoveryWish.findUnique({
      where: { fanId },
      select: { showsMature: true },
    });
    return row?.showsMature ?? false;
  }

  async save(fanId: string, showsMature: boolean): Promise<void> {
    await this.database.prisma.discoveryWish.upsert({
      where: { fanId },
      create: { fanId, showsMature },
      update: { showsMature },
      select: { fanId: true },
    });
  }
}
