import { Injectable } from '@nestjs/common';
import { type Role, role, type User } from '@troupe/contracts/http/auth';
import type { Database, Prisma, Tx } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../platform/database/database.module.ts';
import type { StoredRefreshToken } from './domain/refresh-verdict.ts';

type AuthTx = Pick<Tx, 'user' | 'session' | 'refreshToken'>;

const USER_FIELDS = {
  id: true,
  email: true,
  name: true,
  handle: true,
  roles: true,
  adultConfirmedAt: true,
  minorStatedAt: true,
} as const;
type UserRow = Prisma.UserGetPayload<{ select: typeof USER_FIELDS }>;
const roles = z.array(role);

export interface NewUser {
  id: string;
  email: string;
  name: string;
  handle: string;
  passwordHash: string;
  roles: Role[];
}

export interface NewSession {
  id: string;
  userId: string;
  userAgent: string;
  expiresAt: Date;
}

@Injectable()
export class AuthRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** Two registrations at once are decided by the unique indexes; `email_taken` goes before `handle_taken`. */
  async insertUser(tx: AuthTx, user: NewUser): Promise<'created' | 'email_taken' | 'handle_taken'> {
    const { count } = await tx.user.createMany({ data: [user], skipDuplicates: true });
    if (count === 1) return 'created';
    const same = await tx.user.findUnique({ where: { email: user.email }, select: { id: true } });
    return same === null ? 'handle_taken' : 'email_taken';
  }

  async findByHandle(handle: string): Promise<string | undefined> {
    return (await this.database.prisma.user.findUnique({ where: { handle }, select: { id: true } }))?.id;
  }

  async findPeople(userIds: readonly string[]): Promise<{ id: string; handle: string; name: string }[]> {
    return this.database.prisma.user.findMany({
      where: { id: { in: [...userIds] } },
      select: { id: true, handle: true, name: true },
    });
  }

  async findAdults(userIds: readonly string[]): Promise<string[]> {
    const where = { id: { in: [...userIds] }, adultConfirmedAt: { not: null } };
    return (await this.database.prisma.user.findMany({ where, select: { id: true } })).map((row) => row.id);
  }

  async findUser(userId: string): Promise<User | undefined> {
    const row = await this.database.prisma.user.findUnique({ where: { id: userId }, select: USER_FIELDS });
    return row === null ? undefined : toUser(row);
  }

  /** Writes down that somebody is 18 or older, unless they have said that they are not; an adult stays one. False when it stays as it was said. */
  async confirmAdult(userId: string, now: Date): Promise<boolean> {
    const { count } = await this.database.prisma.user.updateMany({
      where: { id: userId, minorStatedAt: null },
      data: { adultConfirmedAt: now },
    });
    return count === 1;
  }

  /** Writes down that somebody is younger than 18. Whoever was taken for an adult is so no longer. */
  async stateMinor(userId: string, now: Date): Promise<void> {
    await this.database.prisma.user.updateMany({
      where: { id: userId },
      data: { adultConfirmedAt: null, minorStatedAt: now },
    });
  }

  /** Until the transaction ends, nobody else takes this handle through here; a registration's has a tail of chance that nobody asks for. */
  async lockHandle(tx: Pick<Tx, '$executeRaw'>, handle: string): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('handle:' || ${handle}::text, 0))`;
  }

  async findHolder(tx: AuthTx, handle: string): Promise<string | undefined> {
    return (await tx.user.findUnique({ where: { handle }, select: { id: true } }))?.id;
  }

  async updateHandle(tx: AuthTx, userId: string, handle: string): Promise<void> {
    await tx.user.update({ where: { id: userId }, data: { handle }, select: { id: true } });
  }

  /** A role that is there already stays. */
  async addRole(tx: AuthTx, userId: string, added: Role): Promise<void> {
    await tx.user.updateMany({
      where: { id: userId, NOT: { roles: { has: added } } },
      data: { roles: { push: added } },
    });
  }

  async findCredentials(email: string): Promise<{ user: User; passwordHash: string | null } | undefined> {
    const row = await this.database.prisma.user.findUnique({
      where: { email },
      select: { ...USER_FIELDS, passwordHash: true },
    });
    if (row === null) return undefined;
    const { passwordHash, ...user } = row;
    return { user: toUser(user), passwordHash };
  }

  async insertSession(tx: AuthTx, session: NewSession, tokenHash: Uint8Array<ArrayBuffer>): Promise<void> {
    await tx.session.create({ data: session, select: { id: true } });
    await this.insertRefreshToken(tx, session.id, tokenHash);
  }

  /** A token that is there already stays as it is: parallel renewals insert the same one. */
  async insertRefreshToken(tx: AuthTx, sessionId: string, tokenHash: Uint8Array<ArrayBuffer>): Promise<void> {
    await tx.refreshToken.createMany({ data: [{ tokenHash, sessionId }], skipDuplicates: true });
  }

  /** One read by primary key. A deleted user's sessions are gone with them. */
  async isSessionOpen(sessionId: string, userId: string, now: Date): Promise<boolean> {
    const row = await this.database.prisma.session.findUnique({
      where: { id: sessionId },
      select: { userId: true, revokedAt: true, expiresAt: true },
    });
    return row !== null && row.userId === userId && row.revokedAt === null && row.expiresAt > now;
  }

  async findRefreshToken(
    tx: AuthTx,
    tokenHash: Uint8Array<ArrayBuffer>,
  ): Promise<(StoredRefreshToken & { sessionId: string; user: User }) | undefined> {
    const row = await tx.refreshToken.findUnique({
      where: { tokenHash },
      select: {
        usedAt: true,
        sessionId: true,
        session: { select: { revokedAt: true, expiresAt: true, user: { select: USER_FIELDS } } },
      },
    });
    if (row === null) return undefined;
    const { user } = row.session;
    return {
      usedAt: row.usedAt,
      sessionId: row.sessionId,
      sessionRevokedAt: row.session.revokedAt,
      sessionExpiresAt: row.session.expiresAt,
      user: toUser(user),
    };
  }

  /** The first use counts: a later one leaves the time as it was. */
  async markUsed(tx: AuthTx, tokenHash: Uint8Array<ArrayBuffer>, now: Date): Promise<void> {
    await tx.refreshToken.updateMany({ where: { tokenHash, usedAt: null }, data: { usedAt: now } });
  }

  async revokeSession(tx: AuthTx, sessionId: string, now: Date): Promise<void> {
    await tx.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now } });
  }

  /** Deletes up to `limit` sessions that expired or were revoked before `endedBefore`, and by cascade their refresh tokens; answers how many. */
  async deleteEndedSessions(tx: AuthTx, endedBefore: Date, limit: number): Promise<number> {
    const ended = await tx.session.findMany({
      where: { OR: [{ expiresAt: { lt: endedBefore } }, { revokedAt: { lt: endedBefore } }] },
      select: { id: true },
      take: limit,
    });
    const { count } = await tx.session.deleteMany({ where: { id: { in: ended.map((row) => row.id) } } });
    return count;
  }
}

function toUser({ adultConfirmedAt, minorStatedAt, ...row }: UserRow): User {
  const age = adultConfirmedAt !== null ? 'adult' : minorStatedAt !== null ? 'minor' : 'unknown';
  return { ...row, roles: roles.parse(row.roles), age };
}
