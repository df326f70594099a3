import { judgeRefresh, REUSE_GRACE_MS } from './refresh-verdict.ts';

const now = new Date('2026-01-01T12:00:00Z');
const live = {
  usedAt: null,
  successorUsedAt: null,
  sessionRevokedAt: null,
  sessionExpiresAt: new Date('2026-02-01T00:00:00Z'),
};
const ago = (ms: number): Date => new Date(now.getTime() - ms);

describe('judgeRefresh', () => {
  it('rotates a token that was never used', () => {
    expect(judgeRefresh(live, now)).toBe('rotate');
  });

  it('lets a parallel tab present the same token within the grace', () => {
    expect(judgeRefresh({ ...live, usedAt: ago(REUSE_GRACE_MS) }, now)).toBe('rotate');
  });

  it('calls it reuse one millisecond later', () => {
    expect(judgeRefresh({ ...live, usedAt: ago(REUSE_GRACE_MS + 1) }, now)).toBe('reuse');
  });

  it('calls it reuse within the grace as well, once somebody has gone on with its successor', () => {
    expect(judgeRefresh({ ...live, usedAt: ago(1_000), successorUsedAt: ago(500) }, now)).toBe('reuse');
  });

  it('gives nothing for a revoked or an expired session, whatever the token', () => {
    expect(judgeRefresh({ ...live, sessionRevokedAt: ago(1) }, now)).toBe('ended');
    expect(judgeRefresh({ ...live, sessionExpiresAt: now }, now)).toBe('ended');
  });
});
