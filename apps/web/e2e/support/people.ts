import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from '@playwright/test';
import { expect } from '@playwright/test';

export interface Person {
  email: string;
  password: string;
  name: string;
}

const DEMO_PASSWORD = 'troupe-demo-2026';

/** The seed's creator; her Mr Underhall costs two coins a message. */
export const CREATOR: Person = { email: 'marlowe@demo.troupe.local', password: DEMO_PASSWORD, name: 'Marlowe' };

/** The seed's fan, whose 500 coins are old enough to be given away. */
export const FAN: Person = { email: 'fan@demo.troupe.local', password: DEMO_PASSWORD, name: 'Robin' };

/** The seed's admin. */
export const ADMIN: Person = { email: 'admin@demo.troupe.local', password: DEMO_PASSWORD, name: 'House manager' };

/** Somebody who has never been here. */
export function stranger(): Person {
  const tail = randomUUID().slice(0, 8);
  return { email: `fan-${tail}@e2e.troupe.local`, password: `a quiet word ${tail}`, name: `Robin ${tail}` };
}

/** Signs in, or up, without walking through the form: for journeys that begin further on. */
export async function enter(context: BrowserContext, person: Person, intent: 'login' | 'register'): Promise<void> {
  const { csrfToken } = await (await context.request.get('/api/auth/csrf')).json();
  const form = { ...person, intent, csrfToken, callbackUrl: '/', json: 'true' };
  const answer = await context.request.post('/api/auth/callback/credentials', { form });
  const { url } = await answer.json();
  expect(new URL(url).searchParams.get('error'), `${intent} of ${person.email}`).toBeNull();
}

/** A new fan with the welcome bonus, signed in in this context. */
export async function enterAsNewFan(context: BrowserContext): Promise<Person> {
  const person = stranger();
  await enter(context, person, 'register');
  return person;
}

/** The balance in the shell, wherever it stands on this screen. */
export function balance(page: Page, coins: string) {
  return page.getByRole('link', { name: `Balance: ${coins} coins. Open wallet` }).first();
}
