import { readFileSync } from 'node:fs';
import Stripe from 'stripe';
import { STRIPE_EVENT_TYPES } from './stripe-events.ts';

describe('docs/payments.md', () => {
  const docs = readFileSync(new URL('../../../../../../../docs/payments.md', import.meta.url), 'utf8');

  it('asks for the events that something follows from, type by type', () => {
    const commands = [...docs.matchAll(/--events (\S+)/g)].map((match) => match[1]?.split(','));
    expect(commands).toEqual([STRIPE_EVENT_TYPES]);
  });

  it('lists the same ones for the dashboard', () => {
    const listed = [...docs.matchAll(/^ +\| `([a-z_.]+)…` \| (.*) \|$/gm)].flatMap(([, group = '', names = '']) =>
      [...names.matchAll(/`([a-z_.]+)`/g)].map((match) => `${group}${match[1]}`),
    );
    expect(listed.toSorted()).toEqual([...STRIPE_EVENT_TYPES].sort());
  });

  it('names the version of the API that the SDK speaks', () => {
    expect(docs).toContain(`API version **${Stripe.API_VERSION}**`);
  });
});
