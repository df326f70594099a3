/**
 * Parallel tabs may present the same token within this time of its first use, as long as nobody has gone on with its successor; later, or
 * after that, it can only be a stolen copy.
 */
export const REUSE_GRACE_MS = 30_000;

export interface StoredRefreshToken {
  usedAt: Date | null;
  sessionRevokedAt: Date | null;
  sessionExpiresAt: Date;
}

/** `successorUsedAt` is null while the token that followed this one is unused, or none followed yet. */
export interface PresentedRefreshToken extends StoredRefreshToken {
  successorUsedAt: Date | null;
}

export type RefreshVerdict = 'rotate' | 'reuse' | 'ended';

/** What presenting a known token means: the next pair, the end of the family, or nothing more to give. */
export function judgeRefresh(token: PresentedRefreshToken, now: Date): RefreshVerdict {
  if (token.sessionRevokedAt !== null || token.sessionExpiresAt <= now) return 'ended';
  if (token.usedAt === null) return 'rotate';
  const inGrace = now.getTime() - token.usedAt.getTime() <= REUSE_GRACE_MS;
  return inGrace && token.successorUsedAt === null ? 'rotate' : 'reuse';
}
