import { limitKeyOf, originOf, parseNetworks } from './addresses.ts';

describe('whose request it is', () => {
  const proxies = parseNetworks('192.0.2.0/24, 2001:db8::1');

  it.each([
    ['198.51.100.1', '203.0.113.1', '198.51.100.1'],
    ['192.0.2.9', '203.0.113.1', '203.0.113.1'],
    ['::ffff:192.0.2.9', '203.0.113.1', '203.0.113.1'],
    ['192.0.2.9', '6.6.6.6, 203.0.113.1, 192.0.2.7', '203.0.113.1'],
    ['192.0.2.9', undefined, '192.0.2.9'],
    ['192.0.2.9', 'unknown', '192.0.2.9'],
    ['192.0.2.9', ' ,, ', '192.0.2.9'],
    ['2001:db8::1', '2001:db8::2', '2001:db8::2'],
    ['2001:db8::2', '203.0.113.1', '2001:db8::2'],
    ['', '203.0.113.1', ''],
  ])('of %j, forwarded for %j, is %j', (peer, forwardedFor, origin) => {
    expect(originOf(peer, forwardedFor, proxies)).toBe(origin);
  });

  it('is not sought along an endless chain', () => {
    expect(originOf('192.0.2.9', Array.from({ length: 1_000 }, () => '192.0.2.8').join(','), proxies)).toBe(
      '192.0.2.8',
    );
  });

  it.each(['proxy', '300.1.1.1', '192.0.2.1/33', '2001:db8::/129', '1.2.3.4/'])('%j is no network', (text) => {
    expect(() => parseNetworks(text)).toThrow(text);
  });

  it('trusts nobody when nobody is named', () => {
    expect(originOf('127.0.0.1', '203.0.113.1', parseNetworks(''))).toBe('127.0.0.1');
  });
});

describe('what limits count by', () => {
  it.each([
    ['203.0.113.1', '203.0.113.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::203.0.113.1', '64:ff9b:0:0::/64'],
    ['', 'unknown'],
    ['x'.repeat(1_000), 'unknown'],
  ])('%j is %j', (address, key) => {
    expect(limitKeyOf(address)).toBe(key);
  });
});
