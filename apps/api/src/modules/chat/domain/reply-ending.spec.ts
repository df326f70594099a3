import { countVisibleChars, judgeEnding } from './reply-ending.ts';

const failed = { kind: 'failed', code: 'provider_failed' } as const;
const sentence = 'x'.repeat(80);

describe('judgeEnding', () => {
  it('charges a reply that came to its end', () => {
    expect(judgeEnding({ kind: 'completed' }, 'Hi.')).toEqual({
      status: 'done',
      refund: false,
      failureCode: null,
      undelivered: false,
    });
  });

  it('gives the coins back for an empty answer', () => {
    expect(judgeEnding({ kind: 'completed' }, ' \n\u200b')).toEqual({
      status: 'failed',
      refund: true,
      failureCode: 'provider_empty',
      undelivered: true,
    });
  });

  it('gives the coins back when the provider failed before the first token', () => {
    expect(judgeEnding(failed, '')).toEqual({
      status: 'failed',
      refund: true,
      failureCode: 'provider_failed',
      undelivered: true,
    });
  });

  it('gives the coins back when it failed within the first sentence', () => {
    expect(judgeEnding(failed, sentence.slice(1))).toEqual({
      status: 'failed',
      refund: true,
      failureCode: 'provider_failed',
      undelivered: false,
    });
  });

  it('keeps the price when it failed after a sentence, and says that the reply was cut', () => {
    expect(judgeEnding(failed, sentence)).toEqual({
      status: 'done',
      refund: false,
      failureCode: 'provider_failed',
      undelivered: false,
    });
  });

  it('gives the coins back for a stop before the first token and not after it', () => {
    expect(judgeEnding({ kind: 'stopped' }, '').refund).toBe(true);
    expect(judgeEnding({ kind: 'stopped' }, 'W').refund).toBe(false);
  });
});

describe('a reply that a check blocked', () => {
  it.each([{ kind: 'completed' }, { kind: 'stopped' }, failed] as const)('is free however it ended: %j', (ending) => {
    expect(judgeEnding(ending, sentence, true)).toEqual({
      status: 'failed',
      refund: true,
      failureCode: 'content_blocked',
      undelivered: true,
    });
  });

  it('while it was said is free as well, whatever was delivered by then', () => {
    expect(judgeEnding({ kind: 'blocked' }, sentence)).toEqual(judgeEnding({ kind: 'completed' }, sentence, true));
  });
});

describe('countVisibleChars', () => {
  it('counts neither white space nor characters without a shape', () => {
    expect(countVisibleChars(' a\tb\n\u200bc\u0000')).toBe(3);
  });

  it('counts an emoji outside the basic plane once', () => {
    expect(countVisibleChars('🎭')).toBe(1);
  });
});
