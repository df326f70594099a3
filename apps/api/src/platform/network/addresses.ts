import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

/** Entries of X-Forwarded-For that are looked at, from the right; a longer chain is nobody's honest one. */
const HOPS_MAX = 10;
const MAPPED_IPV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const PREFIX_BITS_MAX = { ipv4: 32, ipv6: 128 };

/** An IPv4 address that came over an IPv6 socket, as what it is. */
const unmapped = (address: string): string => MAPPED_IPV4.exec(address)?.[1] ?? address;
const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4');

/** A comma-separated list of addresses and networks (`192.0.2.1, 2001:db8::/32`); throws a RangeError that names the entry at fault. */
export function parseNetworks(text: string): BlockList {
  const networks = new BlockList();
  for (const entry of text.split(',').map((part) => part.trim())) {
    if (entry === '') continue;
    const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
    const family = familyOf(address);
    const prefixBits = Number(bits ?? PREFIX_BITS_MAX[family]);
    if (isIP(address) === 0 || prefixBits > PREFIX_BITS_MAX[family]) {
      throw new RangeError(`"${entry}" is neither an address nor a network`);
    }
    networks.addSubnet(address, prefixBits, family);
  }
  return networks;
}

/**
 * Whose request it is: the peer of the connection, or, while that is a proxy of ours, the address that it says it forwards for.
 * Entries are read from the right, because everything left of the first hop that nobody vouches for is that hop's invention.
 */
export function originOf(peer: string, forwardedFor: string | undefined, proxies: BlockList): string {
  const hops = (forwardedFor ?? '').split(',').slice(-HOPS_MAX);
  let address = unmapped(peer);
  while (isIP(address) !== 0 && proxies.check(address, familyOf(address))) {
    const before = unmapped(hops.pop()?.trim() ?? '');
    if (isIP(before) === 0) return address;
    address = before;
  }
  return address;
}

/** What limits count by: an IPv4 address, or the /64 of an IPv6 one, of which a single caller has all. */
export function limitKeyOf(address: string): string {
  if (!isIPv6(address)) return isIPv4(address) ? address : 'unknown';
  const [head = '', tail = ''] = (address.split('%', 1)[0] ?? '').split('::', 2);
  const left = head === '' ? [] : head.split(':');
  // An IPv4 tail counts for two groups, which are far behind the four that matter unless nothing stands before them.
  const right = tail === '' ? [] : tail.split(':').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]));
  const gap = address.includes('::') ? Array.from({ length: 8 - left.length - right.length }, () => '0') : [];
  const groups = [...left, ...gap, ...right].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(':')}::/64`;
}
