import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { COAST_CARD } from './support/coast-card.ts';
import { CREATOR, enter } from './support/people.ts';

test('a card comes in, its lorebook is tried and changed on a phone and on a desk, and it goes out and comes in again', async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await enter(context, CREATOR, 'login');
  await page.goto('/studio/personas');
  const card = page.getByLabel('Card to import');
  await card.setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('GIF89a') });
  await expect(page.getByRole('alert').filter({ hasText: 'This file is no card' })).toBeVisible();
  await card.setInputFiles(COAST_CARD);
  await expect(page.getByRole('dialog', { name: 'Ida Vale is here' })).toContainText('3 entries');
  await expectAccessible(page, 'a card that arrived');
  await page.getByRole('dialog').getByRole('link', { name: 'Lorebook' }).click();
  await page.waitForURL('**/lorebook');
  await expect(page.getByRole('heading', { name: 'The coast' })).toBeVisible();

  const said = page.getByLabel('What is said');
  await said.fill('Good evening\nWhat of the lamp in a storm?');
  const trial = page.getByRole('region', { name: 'Try it' });
  await expect(trial.locator('mark')).toHaveText('lamp');
  await expect(trial.getByText('It is switched off.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Storm is switched on' }).check();
  await expect(trial.locator('mark')).toHaveText(['lamp', 'storm']);
  await expectAccessible(page, 'a lorebook on a phone, tried');
  await page.setViewportSize({ width: 1440, height: 900 });
  await expectAccessible(page, 'a lorebook on a desk, tried');

  await page.getByRole('button', { name: 'New entry' }).click();
  const sheet = page.getByRole('dialog', { name: 'A new entry' });
  await sheet.getByLabel('Name').fill('Evening');
  const keys = sheet.getByLabel('Keys', { exact: true });
  await keys.pressSequentially('evening, /(sun|star), ?set/');
  await expect(keys).toHaveValue('evening\n/(sun|star), ?set/');
  await keys.press('Home');
  await keys.pressSequentially('dusk,');
  await keys.pressSequentially('night, ');
  await expect(keys).toHaveValue('evening\ndusk\nnight\n/(sun|star), ?set/');
  await sheet.getByLabel('Text', { exact: true }).fill('Evenings are long here.');
  await sheet.getByText('Place and importance').click();
  await sheet.getByLabel('Where it stands').selectOption('at-depth');
  await expectAccessible(page, 'a new entry');
  await sheet.getByRole('button', { name: 'Add it' }).click();
  await expect(sheet).toBeHidden();
  await expect(trial.locator('mark')).toHaveText(['evening', 'lamp', 'storm']);
  await page.reload();
  await page.getByRole('button', { name: 'Evening', exact: true }).click();
  await page.getByRole('button', { name: 'Delete Evening' }).click();
  await expect(page.getByRole('button', { name: 'Evening', exact: true })).toBeHidden();

  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  const seen = page.getByRole('region', { name: 'As fans will see them' });
  await expect(seen).toContainText('I am Ida.');
  await page.getByRole('textbox', { name: 'Nickname' }).fill('Idy');
  await expect(seen).toContainText('I am Idy.');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Take out a card' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'JSON' }).click();
  const file = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(chunk as Buffer);
  const { data } = JSON.parse(Buffer.concat(chunks).toString());
  expect(data).toMatchObject({ extensions: { other: 1 }, name: 'Ida Vale', nickname: 'Idy' });
  expect(data.character_book.entries.map((entry: { enabled: boolean }) => entry.enabled)).toEqual([true, true, true]);

  // The same card, changed elsewhere, over what became of it: told first, and both are kept.
  data.first_mes = 'Mind the wind.';
  await page.getByRole('button', { name: 'Bring in a card' }).click();
  const over = page.getByRole('dialog', { name: 'A card in place of this' });
  const changed = Buffer.from(JSON.stringify({ spec: 'chara_card_v3', spec_version: '3.0', data }));
  await over
    .getByLabel('Card to bring in')
    .setInputFiles({ name: 'ida.json', mimeType: 'application/json', buffer: changed });
  const change = over.getByRole('region', { name: 'What would change' }).locator('ins').first();
  await expect(change).toHaveText('Mind the wind.');
  await expectAccessible(page, 'what a card would change');
  await over.getByRole('button', { name: 'Take it over' }).click();
  await expect(over).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Greeting', exact: true })).toHaveValue('Mind the wind.');
  await page.getByRole('link', { name: 'Versions' }).click();
  await expect(page.getByRole('heading', { name: 'Version 1' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Version 2' })).toBeVisible();
});
