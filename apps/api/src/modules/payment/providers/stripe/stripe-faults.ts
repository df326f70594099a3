import Stripe from 'stripe';
import type * as z from 'zod';
import { ProviderFault } from '../payment-provider.ts';

/** Codes of Stripe's that say: your account or your key, not this request. */
const MISCONFIGURED = new Set([
  'account_closed',
  'account_invalid',
  'api_key_expired',
  'livemode_mismatch',
  'platform_account_required',
  'platform_api_key_expired',
  'secret_key_required',
  'testmode_charges_only',
]);

/** Awaits a call of the SDK; throws a `ProviderFault` and nothing else. */
export async function asking<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    throw toFault(error);
  }
}

/** Awaits a call that may be refused: the refusal, or null where there was none. */
export async function unlessRefused(call: () => Promise<unknown>): Promise<ProviderFault | null> {
  try {
    await asking(call);
    return null;
  } catch (error) {
    if (error instanceof ProviderFault && error.kind === 'refused') return error;
    throw error;
  }
}

/** Reads what Stripe sent; throws a `ProviderFault` of kind `nonsense` that names the fields at fault, not what is in them. */
export function understood<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields = result.error.issues.slice(0, 5).map(({ path, code }) => `${path.map(String).join('.')} (${code})`);
  throw new ProviderFault('nonsense', `Stripe sent something else than its documents say: ${fields.join(', ')}`);
}

/** Stripe's own message stays away: it may quote a key, a name or an address. Its request id leads to it in the dashboard. */
export function toFault(error: unknown): ProviderFault {
  if (error instanceof ProviderFault) return error;
  if (!(error instanceof Stripe.errors.StripeError)) {
    return new ProviderFault('nonsense', 'The call to Stripe could not be made or read', null, { cause: error });
  }
  const code = error.decline_code ?? error.code ?? error.rawType ?? null;
  const about = [
    error.statusCode === undefined ? 'no answer' : `status ${error.statusCode}`,
    error.rawType,
    error.code,
    error.param === undefined ? undefined : `at ${error.param}`,
    error.requestId,
  ].filter((part) => part !== undefined);
  return new ProviderFault(kindOf(error), `Stripe: ${about.join(', ')}`, code);
}

function kindOf(error: Stripe.errors.StripeError): ProviderFault['kind'] {
  if (error.code !== undefined && MISCONFIGURED.has(error.code)) return 'misconfigured';
  if (error.code === 'idempotency_key_in_use' || error.code === 'lock_timeout') return 'unavailable';
  if (error.code === 'resource_missing') return 'unknown';
  switch (error.statusCode) {
    case 400:
    case 402:
      return error instanceof Stripe.errors.StripeRateLimitError ? 'unavailable' : 'refused';
    case 401:
    case 403:
      return 'misconfigured';
    case 404:
      return 'unknown';
    default:
      // No answer, one that broke off, 409 (the same request is under way), 429 and 5xx: it may have been done or not.
      return 'unavailable';
  }
}
