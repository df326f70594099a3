import { createHmac } from 'node:crypto';
import { STRIPE_API_VERSION } from './check-params.ts';
import { build, type Intent, newId, type StripeObject, stripeFixture } from './objects.ts';
import { missing } from './refusal.ts';

export interface StripeEvent {
  id: string;
  type: string;
  object: 'event';
  created: number;
  livemode: boolean;
  data: { object: StripeObject };
  [field: string]: unknown;
}

/** Every object that there is, and every event that happened, in order. */
export class StripeStore {
  private readonly objects = new Map<string, StripeObject>();
  readonly events: StripeEvent[] = [];
  /** By session: what its intent will hold, once somebody tries to pay. */
  readonly intentsToBe = new Map<string, Partial<Intent>>();

  add<Kind extends StripeObject>(kind: string, prefix: string, fields: Partial<Kind>): Kind {
    const object = build<Kind>(kind, prefix, fields);
    this.objects.set(object.id, object);
    return object;
  }

  /** Throws what Stripe answers for an id that it doesn't know. */
  get<Kind extends StripeObject>(kind: string, id: string, param?: string): Kind {
    const found = this.objects.get(id);
    if (found === undefined || found.object !== kind) throw missing(kind, id, param);
    return found as Kind;
  }

  all<Kind extends StripeObject>(kind: string): Kind[] {
    return [...this.objects.values()].filter(({ object }) => object === kind) as Kind[];
  }

  /** The event holds the object as it is now: later changes don't reach into it. */
  emit(type: string, object: StripeObject): StripeEvent {
    const event: StripeEvent = {
      ...stripeFixture<StripeEvent>('event'),
      id: newId('evt'),
      api_version: STRIPE_API_VERSION,
      created: Math.floor(Date.now() / 1000),
      type,
      data: { object: structuredClone(object) },
    };
    this.events.push(event);
    return event;
  }

  /** A copy with the ids at these paths (`latest_charge.balance_transaction`) replaced by what they name. */
  expanded(object: object, paths: readonly string[]): object {
    const copy: Record<string, unknown> = { ...structuredClone(object) };
    for (const path of paths) this.expand(copy, path.split('.'));
    return copy;
  }

  private expand(place: Record<string, unknown>, [field, ...rest]: string[]): void {
    if (field === undefined) return;
    const value = place[field];
    if (typeof value === 'string') place[field] = structuredClone(this.objects.get(value) ?? value);
    const inner = place[field];
    if (typeof inner === 'object' && inner !== null) this.expand(inner as Record<string, unknown>, rest);
  }
}

/** The header that Stripe sends with a body. */
export function stripeSignature(secret: string, body: Buffer, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  const signature = createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex');
  return `t=${seconds},v1=${signature}`;
}
