import { Injectable } from '@nestjs/common';
import { type CreatorLink, creatorProfile } from '@troupe/contracts/http/creator';
import type { Database, Tx } from '@troupe/database';
import { InjectDatabase } from '../../platform/database/database.module.ts';

type CreatorTx = Pick<Tx, 'creator'>;

const FIELDS = {
  userId: true,
  handle: true,
  displayName: true,
  bio: true,
  links: true,
  pictureKey: true,
  createdAt: true,
} as const;
const { links: storedLinks } = creatorProfile.shape;

export interface CreatorRow {
  userId: string;
  handle: string;
  displayName: string;
  bio: string;
  links: CreatorLink[];
  pictureKey: string | null;
  createdAt: Date;
}

/** What creators write of themselves; undefined fields stay. */
export type CreatorWrite = {
  [Key in 'handle' | 'displayName' | 'bio' | 'links' | 'pictureKey']?: CreatorRow[Key] | undefined;
};

@Injectable()
export class CreatorRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  async find(userId: string): Promise<CreatorRow | undefined> {
    const row = await this.database.prisma.creator.findUnique({ where: { userId }, select: FIELDS });
    return row === null ? undefined : { ...row, links: storedLinks.parse(row.links) };
  }

  async findHolder(tx: CreatorTx, handle: string): Promise<string | undefined> {
    return (await tx.creator.findUnique({ where: { handle }, select: { userId: true } }))?.userId;
  }

  /** Inserts or updates; the terms are those that were agreed to now. */
  async agree(
    tx: CreatorTx,
    userId: string,
    profile: { handle: string; displayName: string } & CreatorWrite,
    terms: { termsVersion: string; termsAgreedAt: Date },
  ): Promise<void> {
    const data = { ...set(profile), ...terms };
    const create = { userId, handle: profile.handle, displayName: profile.displayName, ...data };
    await tx.creator.upsert({ where: { userId }, create, update: data, select: { userId: true } });
  }

  /** False for who is no creator. */
  async update(tx: CreatorTx, userId: string, changes: CreatorWrite): Promise<boolean> {
    return (await tx.creator.updateMany({ where: { userId }, data: set(changes) })).count === 1;
  }
}

type Set<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };
const set = (changes: CreatorWrite): Set<CreatorWrite> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
