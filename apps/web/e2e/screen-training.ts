import type { Page } from '@playwright/test';
import type { Screen } from './screen.ts';
import { CREATOR } from './support/people.ts';
import { LONG_FILE, openTrainingOfNew, textFile } from './support/training.ts';

const NOTES = textFile(
  'The lighthouse.md',
  '# The foghorn\n\nThe foghorn was cast in Aberdeen in 1931. It sounds twice a minute.\n\n# Ships\n\nShips are counted at seven.',
);
const MENU = textFile(
  'The menu of the Gannet Inn, with its prices for the whole winter.csv',
  'dish,price\nHerring soup,4\n',
);

async function opened(page: Page): Promise<void> {
  await openTrainingOfNew(page, CREATOR, 'Orla Finn');
  await page.getByText('Nothing yet.').waitFor();
}

/** Some are there, one was refused, one is on its way and one is paused. */
async function crowded(page: Page): Promise<void> {
  await opened(page);
  await page.route('**/parts/524288', () => undefined, { times: 2 });
  const input = page.getByLabel('Files to add');
  await input.setInputFiles([NOTES, MENU, textFile('film.mp4', '\0\0\0ftyp')]);
  for (const fact of ['Markdown ·', 'Table ·', 'neither text']) await page.getByText(fact).waitFor();
  await input.setInputFiles([LONG_FILE, { ...LONG_FILE, name: 'Another diary.txt' }]);
  for (const name of [LONG_FILE.name, 'Another diary.txt']) {
    await page.getByRole('listitem').filter({ hasText: name }).getByText(/4\d %/).waitFor();
  }
  await page.getByRole('button', { name: 'Pause Another diary.txt' }).click();
  await page.getByText('Paused at').waitFor();
}

async function previewed(page: Page): Promise<void> {
  await opened(page);
  await page.getByLabel('Files to add').setInputFiles([NOTES]);
  await page.getByRole('button', { name: `Look into ${NOTES.name}` }).click();
  await page.getByRole('dialog').getByRole('listitem').first().waitFor();
}

/** What a persona knows from files. */
export const TRAINING_SCREENS: readonly Screen[] = [
  { name: 'training-empty', path: '/studio', as: 'creator', arrange: opened },
  { name: 'training-crowded', path: '/studio', as: 'creator', fullPage: true, arrange: crowded },
  { name: 'training-preview', path: '/studio', as: 'creator', arrange: previewed },
];
