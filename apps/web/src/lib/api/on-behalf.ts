import { CLIENT_ADDRESS_HEADER, INTERNAL_TOKEN_HEADER } from '@troupe/contracts/http/forwarding';

const PASSED_ON = [CLIENT_ADDRESS_HEADER, INTERNAL_TOKEN_HEADER, 'x-forwarded-for'];

/**
 * Headers for a call to the API on behalf of the request with `incoming` headers: its stamp (visitor-stamp.ts) and its way here, as they
 * came. Nothing is vouched for in this place, so a request that was not stamped counts as this server's own.
 */
export function onBehalfOf(incoming: { get(name: string): string | null }): Record<string, string> {
  return Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = incoming.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}
