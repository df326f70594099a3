import { expect, test } from '@playwright/test';
import { ChatPage } from './pages/chat-page.ts';
import { expectAccessible } from './support/axe.ts';
import { CREATOR, enter } from './support/people.ts';
import { countShifts } from './support/shifts.ts';
import { LONG_FILE, openTrainingOfNew, textFile } from './support/training.ts';

const NOTES = 'The foghorn was cast in Aberdeen in 1931 by the Northern Boiler Company. It sounds twice a minute.';

test('a creator gives a persona files: several at once, one interrupted and resumed, one refused; it answers from them, and forgets', async ({
  page,
  context,
}) => {
  await enter(context, CREATOR, 'login');
  const { id, slug } = await openTrainingOfNew(page, CREATOR, 'Orla of the files');
  const files = page.getByRole('region', { name: 'Files', exact: true });
  const rowOf = (name: string) => files.getByRole('listitem').filter({ hasText: name });
  await expect(files).toContainText('Nothing yet.');
  await expectAccessible(page, 'training data, empty');

  // The second part of the long one does not get through.
  const isStuck = Promise.withResolvers<void>();
  await page.route('**/parts/524288', async () => isStuck.resolve(), { times: 1 });
  const input = page.getByLabel('Files to add');
  await page.setViewportSize({ width: 390, height: 844 });
  const shifts = await countShifts(page);
  await input.setInputFiles([LONG_FILE, textFile('notes.md', NOTES), textFile('film.txt', '\0\0\0\x18ftyp')]);
  await expect(rowOf('notes.md')).toContainText('Text · 1 passage');
  await expect(rowOf('film.txt')).toContainText('neither text nor a PDF');
  await isStuck.promise;
  expect(await shifts()).toBeLessThan(0.02);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: `Pause ${LONG_FILE.name}` }).press('Enter');
  await expect(rowOf(LONG_FILE.name)).toContainText(/Paused at \d+ % of 1\.\d MB/);
  await expectAccessible(page, 'training data, under way');

  // On another day the same file goes on where it was.
  await page.reload();
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeEnabled();
  await expect(rowOf(LONG_FILE.name)).toContainText(/^.*\d+ % of 1\.\d MB arrived/);
  const first = page.waitForRequest((request) => request.method() === 'PUT');
  await input.setInputFiles(LONG_FILE);
  expect((await first).url()).toMatch(/parts\/524288$/);
  await expect(rowOf(LONG_FILE.name)).toContainText(/Text · [\d,]+ passages/, { timeout: 45_000 });
  await page.getByRole('button', { name: 'Remove film.txt' }).click();
  await expect(rowOf('film.txt')).toBeHidden();

  await page.getByRole('button', { name: 'Look into notes.md' }).press('Enter');
  const preview = page.getByRole('dialog', { name: 'notes.md' });
  await expect(preview.getByRole('listitem')).toHaveText(NOTES);
  await expectAccessible(page, 'training data, preview');
  await page.keyboard.press('Escape');

  await page.goto(`/chat/start?persona=${slug}`);
  const chat = await ChatPage.here(page);
  await chat.say('Where was the foghorn cast?');
  await chat.replyEnded();
  await expect(chat.replies.last()).toContainText('cast in Aberdeen in 1931');

  await page.goto(`/studio/personas/${id}/training`);
  await page.getByRole('button', { name: 'Delete notes.md' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete it' }).click();
  await expect(rowOf('notes.md')).toBeHidden();
  await expect(files).toBeFocused();
});
