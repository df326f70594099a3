import { invalid, StripeRefusal } from './refusal.ts';

interface Saved {
  request: string;
  body: string;
}

/** Our own rule: what creates something carries a key that we chose. These may be done twice at will. */
const REPEATABLE =
  /^POST \/v1\/(account_links|customers\/:id|checkout\/sessions\/:id\/expire|payment_intents\/:id\/cancel)$/;
/** How keys begin that the SDK makes up by itself, other ones for each call. */
const MADE_UP = 'stripe-node-retry-';

/** The first answer to each key. Stripe keeps them for a day; refusals of what it didn't begin are not kept. */
export class IdempotencyKeys {
  private readonly saved = new Map<string, Saved>();

  check(operation: string, key: string | undefined): void {
    if (!operation.startsWith('POST ') || REPEATABLE.test(operation)) return;
    if (key === undefined || key.startsWith(MADE_UP))
      throw invalid('Choose an Idempotency-Key (a rule of this server)');
    if (key.length > 255) throw invalid('Idempotency keys have 255 characters at the most');
  }

  /** The body that answers the same request again; throws for another one with the same key. */
  replay(key: string | undefined, request: string): string | undefined {
    const found = key === undefined ? undefined : this.saved.get(key);
    if (found !== undefined && found.request !== request) {
      const message =
        'Keys for idempotent requests can only be used with the same parameters they were first used with.';
      throw new StripeRefusal(400, { type: 'idempotency_error', message });
    }
    return found?.body;
  }

  save(key: string | undefined, saved: Saved): void {
    if (key !== undefined) this.saved.set(key, saved);
  }
}
