import { z } from 'zod';
import { ProviderFault } from '../payment-provider.ts';

/** https://razorpay.com/docs/errors — fields that say nothing come as null, "NA", "null" or "". */
const errorBody = z.looseObject({
  code: z.string().nullish().catch(null),
  description: z.string().nullish().catch(null),
  reason: z.string().nullish().catch(null),
  field: z.string().nullish().catch(null),
});

/** Their own word for "not our fault, try again", which can come with a status that says otherwise. */
const PASSING_CODES = new Set(['GATEWAY_ERROR', 'SERVER_ERROR', 'SERVICE_UNAVAILABLE']);
const NOT_THERE = /does not exist|is not a valid id|no db records found/i;
/** Keys, addresses, features and funds of our account: a person has to do something before it can work. */
const OUR_ACCOUNT = /authentication failed|api key|access denied|url was not found|not have enough balance/i;

/** What a reply that was no success means. `error` is the `error` object of its body, if it has one. */
export function faultOfReply(doing: string, status: number, error: unknown): ProviderFault {
  const { code, description, reason, field } = errorBody.safeParse(error).data ?? {};
  const words = [token(code), token(reason), token(field)].filter((word) => word !== null);
  // The description is read and not repeated: it may quote what was sent.
  return new ProviderFault(
    kindOf(status, code ?? '', description ?? ''),
    `Razorpay did not ${doing}: ${[status, ...words].join(' ')}`,
    token(reason) ?? token(code),
  );
}

function kindOf(status: number, code: string, description: string): ProviderFault['kind'] {
  // 409: the same idempotency key is being worked on right now. https://razorpay.com/docs/api/refunds/normal-refunds-idempotent
  if (status >= 500 || [408, 409, 425, 429].includes(status) || PASSING_CODES.has(code)) return 'unavailable';
  if (status === 401 || status === 403 || OUR_ACCOUNT.test(description)) return 'misconfigured';
  if (status === 404 || NOT_THERE.test(description)) return 'unknown';
  return status >= 400 ? 'refused' : 'nonsense';
}

/** No reply: refused, cut, too slow or too long. */
export const faultOfSilence = (doing: string, code: unknown): ProviderFault =>
  new ProviderFault('unavailable', `Razorpay did not ${doing}: no reply`, token(code));

/** A machine's word, safe in a log; null for anything else. */
function token(value: unknown): string | null {
  return typeof value === 'string' && /^[\w.[\]-]{1,60}$/.test(value) && value !== 'NA' && value !== 'null'
    ? value
    : null;
}
