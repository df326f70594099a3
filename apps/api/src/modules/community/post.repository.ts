import { Injectable } from '@nestjs/common';
import type { Database, Tx } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../platform/database/database.module.ts';

type PostTx = Pick<Tx, 'post' | '$executeRaw'>;

const storedPictures = z.array(z.object({ key: z.string(), alt: z.string(), widthPx: z.int(), heightPx: z.int() }));
export type StoredPicture = z.infer<typeof storedPictures>[number];

export interface PostRow {
  id: string;
  personaId: string;
  text: string;
  pictures: StoredPicture[];
  mature: boolean;
  likeCount: number;
  /** By the fan who was named in the question. */
  liked: boolean;
  createdAt: Date;
  editedAt: Date | null;
}

export interface NewPost {
  id: string;
  personaId: string;
  clientPostId: string;
  text: string;
  pictures: StoredPicture[];
  mature: boolean;
}

/** What of a post a notification tells. */
export interface PostLine {
  id: string;
  personaId: string;
  text: string;
  mature: boolean;
  pictureCount: number;
  createdAt: Date;
}

const LINE_FIELDS = { id: true, personaId: true, text: true, mature: true, pictures: true, createdAt: true } as const;
const FIELDS = { ...LINE_FIELDS, likeCount: true, editedAt: true } as const;
/** Nobody's id: whoever isn't signed in likes nothing. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
const fieldsFor = (fanId: string | undefined) =>
  ({ ...FIELDS, likes: { where: { fanId: fanId ?? NOBODY }, select: { fanId: true } } }) as const;

@Injectable()
export class PostRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** The newest first, below `beforeId`. */
  async list(
    personaId: string,
    viewer: { userId: string | undefined; seesMature: boolean },
    beforeId: string | undefined,
    limit: number,
  ): Promise<PostRow[]> {
    const rows = await this.database.prisma.post.findMany({
      where: {
        personaId,
        ...(viewer.seesMature ? {} : { mature: false }),
        ...(beforeId === undefined ? {} : { id: { lt: beforeId } }),
      },
      orderBy: { id: 'desc' },
      take: limit,
      select: fieldsFor(viewer.userId),
    });
    return rows.map(toPost);
  }

  async find(id: string, fanId: string | undefined): Promise<PostRow | undefined> {
    const row = await this.database.prisma.post.findUnique({ where: { id }, select: fieldsFor(fanId) });
    return row === null ? undefined : toPost(row);
  }

  async findLines(ids: readonly string[]): Promise<PostLine[]> {
    const rows = await this.database.prisma.post.findMany({ where: { id: { in: [...ids] } }, select: LINE_FIELDS });
    return rows.map(({ pictures, ...line }) => ({ ...line, pictureCount: storedPictures.parse(pictures).length }));
  }

  /** Counts one more post of a creator today (UTC); false, and nothing counted, when it would be more than `max`. Deleting one gives none back. */
  async takePlace(tx: PostTx, creatorId: string, max: number): Promise<boolean> {
    await tx.$executeRaw`DELETE FROM post_day WHERE creator_id = ${creatorId}::uuid AND day < (now() AT TIME ZONE 'UTC')::date`;
    const taken = await tx.$executeRaw`
      INSERT INTO post_day AS d (creator_id, day, posts) VALUES (${creatorId}::uuid, (now() AT TIME ZONE 'UTC')::date, 1)
      ON CONFLICT (creator_id, day) DO UPDATE SET posts = d.posts + 1 WHERE d.posts < ${max}::int`;
    return taken === 1;
  }

  async findByClientId(personaId: string, clientPostId: string): Promise<PostRow | undefined> {
    const where = { personaId_clientPostId: { personaId, clientPostId } };
    const row = await this.database.prisma.post.findUnique({ where, select: fieldsFor(undefined) });
    return row === null ? undefined : toPost(row);
  }

  /** False when it was there already. */
  async insert(tx: PostTx, post: NewPost): Promise<boolean> {
    return (await tx.post.createMany({ data: [post], skipDuplicates: true })).count === 1;
  }

  async update(tx: PostTx, id: string, content: Pick<NewPost, 'text' | 'pictures' | 'mature'>): Promise<boolean> {
    return (await tx.post.updateMany({ where: { id }, data: { ...content, editedAt: new Date() } })).count === 1;
  }

  async delete(tx: PostTx, id: string): Promise<boolean> {
    return (await tx.post.deleteMany({ where: { id } })).count === 1;
  }

  /** Until the transaction ends it stays; false when it is gone. */
  async lock(tx: Pick<Tx, '$queryRaw'>, id: string): Promise<boolean> {
    const rows: unknown[] = await tx.$queryRaw`SELECT id FROM post WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    return rows.length === 1;
  }

  /** What is liked already stays so. */
  async insertLike(tx: Pick<Tx, 'postLike'>, postId: string, fanId: string): Promise<void> {
    await tx.postLike.createMany({ data: [{ postId, fanId }], skipDuplicates: true });
  }

  async deleteLike(tx: Pick<Tx, 'postLike'>, postId: string, fanId: string): Promise<void> {
    await tx.postLike.deleteMany({ where: { postId, fanId } });
  }
}

function toPost({
  likes,
  pictures,
  ...row
}: Omit<PostRow, 'pictures' | 'liked'> & { likes: unknown[]; pictures: unknown }): PostRow {
  return { ...row, pictures: storedPictures.parse(pictures), liked: likes.length > 0 };
}
