import { isSignedBy, signWebhook } from './webhook-signature.ts';

const secret = 'a secret of more than thirty-two characters';
const body = Buffer.from('{"id":"evt_1"}');
const now = new Date('2026-01-01T00:00:00Z');
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

describe('webhook signatures', () => {
  const header = signWebhook(secret, body, now);

  it('accepts its own signature within five minutes', () => {
    expect(isSignedBy(secret, header, body, later(300))).toBe(true);
  });

  it.each([
    ['another secret', () => isSignedBy(`${secret}!`, header, body, now)],
    ['another body', () => isSignedBy(secret, header, Buffer.from('{"id":"evt_2"}'), now)],
    ['a signature that is too old', () => isSignedBy(secret, header, body, later(301))],
    ['a signature from the future', () => isSignedBy(secret, header, body, later(-301))],
    ['no signature', () => isSignedBy(secret, '', body, now)],
    ['a cut signature', () => isSignedBy(secret, header.slice(0, -2), body, now)],
  ])('refuses %s', (_, check) => {
    expect(check()).toBe(false);
  });
});
