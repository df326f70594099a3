/** Parallel tabs may present the same token within this time of its first use; later it can only be a stolen copy. */
export const REUSE_GRACE_MS = 30_000;

export interface StoredRefreshToken {
  usedAt: Date | null;
  sessionRevokedAt: Date | null;
  sessionExpiresAt: Date;
}

export type RefreshVerdict = 'rotate' | 'reuse' | 'ended';

/** What presenting a known token means: a fresh pair, the end of the family, or nothing more to give. */
export function judgeRefresh(token: StoredRefreshToken, now: Date): RefreshVerdict {
  if (token.sessionRevokedAt !== null || token.sessionExpiresAt <= now) return 'ended';
  if (token.usedAt === null || now.getTime() - token.usedAt.getTime() <= REUSE_GRACE_MS) return 'rotate';
  return 'reuse';
}
