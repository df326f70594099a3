import { codeWord, kindOfStatus, readRetryAfter, retryDelayMs } from './failure.ts';

describe('what a failure says', () => {
  it.each([
    [400, 'refused'],
    [401, 'credentials'],
    [402, 'credentials'],
    [403, 'credentials'],
    [404, 'refused'],
    [408, 'overloaded'],
    [429, 'rate_limited'],
    [500, 'overloaded'],
    [529, 'overloaded'],
    [302, 'refused'],
  ])('status %d is %s', (status, kind) => expect(kindOfStatus(status)).toBe(kind));

  it('reads Retry-After in seconds and as a date, never as a negative time', () => {
    const now = Date.parse('2026-01-01T00:00:00Z');
    expect(readRetryAfter('2', now)).toBe(2_000);
    expect(readRetryAfter(' 0.5 ', now)).toBe(500);
    expect(readRetryAfter('Thu, 01 Jan 2026 00:00:03 GMT', now)).toBe(3_000);
    expect(readRetryAfter('Wed, 31 Dec 2025 23:00:00 GMT', now)).toBe(0);
    for (const nonsense of [undefined, '', '-1', 'soon', '1e9', '99999999999999']) {
      expect(readRetryAfter(nonsense, now)).toBeUndefined();
    }
  });

  it('waits longer each time, with jitter, up to a bound, and never less than it was asked to', () => {
    expect([1, 2, 3, 4, 9].map((attempt) => retryDelayMs(attempt, undefined, 1))).toEqual([
      250, 500, 1_000, 2_000, 2_000,
    ]);
    expect(retryDelayMs(1, undefined, 0)).toBe(125);
    expect(retryDelayMs(1, 3_000, 0)).toBe(3_000);
    expect(retryDelayMs(1, 3_000, 1)).toBe(3_125);
  });

  it('lets single words through to the log, and nothing else', () => {
    expect(['rate_limit_exceeded', 429, 'model.overloaded-2'].map(codeWord)).toEqual([
      'rate_limit_exceeded',
      '429',
      'model.overloaded-2',
    ]);
    for (const text of ['flagged: he said', '', 'x'.repeat(61), { a: 1 }, null, undefined]) {
      expect(codeWord(text)).toBe('none');
    }
  });
});
