import { createHmac } from 'node:crypto';
import { isSignedByStripe } from './stripe-signature.ts';

const SECRET = 'whsec_the_one_that_is_active';
const OLD = 'whsec_the_one_before';
const now = new Date('2026-01-01T00:00:00Z');
const body = Buffer.from('{"id": "evt_1", "text": "é\\u0041"}\n');
const seconds = (shift = 0): number => now.getTime() / 1000 + shift;
const v1 = (secret = SECRET, at = seconds(), over: Buffer = body): string =>
  createHmac('sha256', secret).update(`${at}.`).update(over).digest('hex');
const header = (secret = SECRET, shift = 0): string => `t=${seconds(shift)},v1=${v1(secret, seconds(shift))}`;
const isSigned = (signature: string | string[] | undefined, over: Buffer = body): boolean =>
  isSignedByStripe(
    over,
    signature === undefined ? {} : { 'stripe-signature': signature as string },
    [SECRET, OLD],
    now,
  );

describe('the signature of an event', () => {
  it.each<[string, string]>([
    ['of the active secret', header()],
    ['of the secret before, while both are active', header(OLD)],
    ['five minutes old', header(SECRET, -300)],
    ['five minutes ahead', header(SECRET, 300)],
    ['the second of two', `t=${seconds()},v1=${v1('another secret')},v1=${v1()}`],
    ['beside one of another scheme', `t=${seconds()},v1=${v1()},v0=${'0'.repeat(64)}`],
  ])('is good: %s', (_, signature) => {
    expect(isSigned(signature)).toBe(true);
  });

  it.each<[string, string | string[] | undefined]>([
    ['of another secret', header('whsec_of_somebody_else')],
    ['of an empty secret', header('')],
    ['too old', header(SECRET, -301)],
    ['too far ahead', header(SECRET, 301)],
    ['of another time than it says', `t=${seconds(1)},v1=${v1()}`],
    ['with two times', `t=${seconds(-9999)},t=${seconds()},v1=${v1()}`],
    ['with a time that is none', `t=${seconds()}x,v1=${v1()}`],
    ['without a time', `v1=${v1()}`],
    ['of an older scheme only', `t=${seconds()},v0=${v1()}`],
    ['cut short', header().slice(0, -2)],
    ['of a scheme without a signature', `t=${seconds()},v1`],
    ['beside one that is none', `${header()},v1`],
    ['in capitals', `t=${seconds()},v1=${v1().toUpperCase()}`],
    ['garbage', 'tv1=,,=;%00'],
    ['empty', ''],
    ['missing', undefined],
    ['sent twice', [header(), header()]],
  ])('is refused: %s', (_, signature) => {
    expect(isSigned(signature)).toBe(false);
  });

  it.each<[string, Buffer]>([
    ['another body', Buffer.from('{"id": "evt_2"}')],
    ['the same JSON in other bytes', Buffer.from(JSON.stringify(JSON.parse(body.toString())))],
    ['a byte order mark before it', Buffer.concat([Buffer.from('\ufeff'), body])],
    ['no body', Buffer.alloc(0)],
  ])('is refused for %s', (_, other) => {
    expect(isSigned(header(), other)).toBe(false);
  });

  it('is refused for bytes that are no UTF-8, even if the text that they decode to was signed', () => {
    const broken = Buffer.from([0x7b, 0xff, 0x7d]);
    const decoded = Buffer.from(broken.toString('utf8'));
    expect(isSigned(`t=${seconds()},v1=${v1(SECRET, seconds(), decoded)}`, decoded)).toBe(true);
    expect(isSigned(`t=${seconds()},v1=${v1(SECRET, seconds(), decoded)}`, broken)).toBe(false);
  });
});
