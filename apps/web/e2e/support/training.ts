import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { type ApiClient, createApiClient } from '@troupe/api-client';
import type { Person } from './people.ts';

/** The API as this person, for what is not the journey's own. */
async function apiAs({ email, password }: Person, page: Page): Promise<ApiClient> {
  const origin = new URL('/api', page.url() === 'about:blank' ? baseUrl() : page.url()).href;
  const { token } = await createApiClient({ baseUrl: origin }).auth.login({ email, password });
  return createApiClient({ baseUrl: origin, getToken: async () => token });
}

const baseUrl = (): string => process.env['E2E_WEB_URL'] ?? process.env['WEB_URL'] ?? 'http://localhost:3000';

/** A new persona of theirs, and the page of what it knows. */
export async function openTrainingOfNew(
  page: Page,
  creator: Person,
  name: string,
): Promise<{ id: string; slug: string }> {
  const api = await apiAs(creator, page);
  const { id, revision } = await api.creator.createPersona({ name });
  const saved = await api.creator.savePersona(id, {
    revision,
    hook: 'Keeps the light.',
    personality: 'You keep the lighthouse on Gull Rock.',
    greeting: 'Come in out of the wind.',
  });
  const { slug } = await api.creator.publish(id, { revision: saved.revision });
  await page.goto(`/studio/personas/${id}/training`);
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeEnabled();
  return { id, slug };
}

export const textFile = (name: string, content: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

/** Some 1.3 MB: three parts. */
export const LONG_FILE = textFile(
  'The keeper’s diary.txt',
  Array.from(
    { length: 20_000 },
    (_, night) => `On night ${night} the keeper saw ship number ${night * 7} go by. `,
  ).join(''),
);
