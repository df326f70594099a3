import { expect, test } from '@playwright/test';
import { ChatPage } from './pages/chat-page.ts';
import { WizardPage } from './pages/wizard-page.ts';
import { expectAccessible } from './support/axe.ts';
import { enter, enterAsNewFan } from './support/people.ts';

const HOOK = 'Keeps the light, and other people’s secrets.';

test('a newcomer becomes a creator and publishes with the keyboard alone, and fans meet them', async ({
  page,
  context,
}) => {
  await enterAsNewFan(context);
  const wizard = new WizardPage(page);
  await page.goto('/studio');
  await page.getByRole('link', { name: 'Create a persona' }).focus();
  const { keyboard } = page;
  await keyboard.press('Enter');
  await page.getByLabel('Your birth date').focus();
  await keyboard.type('17051990');
  await keyboard.press('Tab');
  await page.getByRole('checkbox', { name: /I agree/ }).focus();
  await keyboard.press('Space');
  await expectAccessible(page, 'age and terms');
  await keyboard.press('Enter');
  // From here on every question takes the focus when it comes, and Tab leads to its first field.
  const at = (question: string) => expect(wizard.question(question)).toBeFocused();
  await at('Who is behind it?');
  // Not sent yet, and kept all the same.
  await wizard.field('About you').fill('Writes by the sea.');
  await page.reload();
  await expect(wizard.field('About you')).toHaveValue('Writes by the sea.');
  await wizard.field('Handle').focus();
  await keyboard.press('Enter');
  await at('What are they called?');
  await keyboard.press('Tab');
  await keyboard.type('Maren Holt');
  await keyboard.press('Enter');

  const next = async () => {
    await wizard.next.focus();
    await keyboard.press('Enter');
  };
  await at('Who steps on stage?');
  await next();
  // What everybody needs is asked for in its place.
  await expect(wizard.field('In one line')).toBeFocused();
  await expect(page.getByText('Say in one line who this is')).toBeVisible();
  await keyboard.type(HOOK);
  await next();
  await at('What do they look like?');
  await next();
  await at('Who are they?');
  await keyboard.press('Tab');
  await keyboard.type('Patient and dry. Afraid of dogs.');
  await next();
  await at('How do they talk?');
  await page.getByRole('slider', { name: 'Humour' }).focus();
  await keyboard.press('End');
  await expect(page.getByRole('listitem').filter({ hasText: 'irrepressibly funny' })).toBeVisible();
  await expect(page.getByText('Was there a villain in it')).toBeVisible();
  await expectAccessible(page, 'manner');
  await next();
  await at('How do they say hello?');
  await keyboard.press('Tab');
  await keyboard.type('Mind the third step.');
  await next();
  await at('What do they sound like?');
  await next();
  await at('What do they know?');
  const letter = { name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('The Ariadne sank on a Tuesday.') };
  await page.getByLabel('Files to add').setInputFiles(letter);
  await expect(page.getByRole('region', { name: 'Files' })).toContainText('letter.txt');
  await expectAccessible(page, 'files');
  await next();
  await at('Where will fans find them?');
  await wizard.field('Tags').focus();
  await keyboard.type('sea, night shift');
  await keyboard.press('Enter');
  await next();
  await at('What is a message worth?');
  await wizard.field('Coins a message').fill('2.5');
  await expect(page.getByText('1,750')).toBeVisible();
  await expectAccessible(page, 'price');
  await next();

  await at('Talk to them yourself');
  const chat = new ChatPage(page);
  await expect(chat.replies.first()).toContainText('Mind the third step.');
  await expect(chat.send).toHaveAccessibleName('Send for free');
  await chat.say('Good evening.');
  await chat.cutShort();
  await expectAccessible(page, 'preview');
  await next();
  await at('Curtain up?');
  await expect(page.getByText('Maren Holt asks 2.5 coins a message')).toBeVisible();
  await expectAccessible(page, 'checks');
  await wizard.publish.focus();
  await keyboard.press('Enter');
  await expect(wizard.question('Maren Holt is on stage')).toBeVisible();

  // To whoever writes them, their page says no price; to fans it does.
  await page.getByRole('link', { name: 'See their page' }).click();
  await expect(page.getByText('Free for you')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Edit' })).toBeVisible();
  await context.clearCookies();
  await page.reload();
  await expect(page.getByText(HOOK)).toBeVisible();
  await expect(page.locator('.price-terms')).toContainText('2.5');
  // Nobody chose a picture: their letter stands in for it, and no picture is broken.
  await expect(page.locator('.persona-portrait')).toHaveText('M');
  await expect(page.locator('img:not([src])')).toHaveCount(0);
});

test('a draft goes on on another device; two devices merge, and in one field somebody chooses', async ({
  page,
  context,
  browser,
}) => {
  const person = await enterAsNewFan(context);
  const here = new WizardPage(page);
  const other = await browser.newContext();
  // Signed in before they were a creator: the session there learns it by itself.
  await enter(other, person, 'login');
  await here.begin('Maren Holt');
  await here.field('In one line').fill(HOOK);
  await expect(here.saved).toBeVisible();
  await here.go('Story');
  await here.field('Personality').fill('Patient.');
  await expect(here.saved).toBeVisible();

  const otherPage = await other.newPage();
  const there = new WizardPage(otherPage);
  await otherPage.goto('/studio/personas');
  await otherPage.getByRole('link', { name: 'Maren Holt' }).click();
  await expect(there.question('Who are they?')).toBeVisible();
  await expect(there.field('Personality')).toHaveValue('Patient.');

  // Different fields go together.
  await there.field('Their story').fill('Forty years on the Skerries.');
  await expect(there.saved).toBeVisible();
  await here.field('Where it begins').fill('A storm.');
  await expect(here.field('Their story')).toHaveValue('Forty years on the Skerries.');
  await expect(here.saved).toBeVisible();

  // In the same one both are shown.
  await there.field('Personality').fill('Dry.');
  await expect(otherPage.getByRole('heading', { name: 'Saved on another device' })).toBeHidden();
  await expect(there.saved).toBeVisible();
  await here.field('Personality').fill('Stormy.');
  const sheet = page.getByRole('dialog', { name: 'Saved on another device' });
  await expect(sheet).toContainText('Dry.');
  await expect(sheet).toContainText('Stormy.');
  await expectAccessible(page, 'clash');
  await sheet.getByRole('button', { name: 'Keep what is here' }).click();
  await expect(here.saved).toBeVisible();
  await otherPage.reload();
  await expect(there.field('Personality')).toHaveValue('Stormy.');
  await other.close();
});

test('what is in the way leads to its field; versions say what changed and come back', async ({ page, context }) => {
  await enterAsNewFan(context);
  const wizard = new WizardPage(page);
  await wizard.begin('Maren Holt');
  await wizard.field('In one line').fill(HOOK);
  await wizard.go('Greeting');
  await wizard.field('Greeting').fill('I am fourteen years old and I want to have sex with you.');
  await wizard.go('Publish');
  await expect(page.getByText('2 things are in the way')).toBeVisible();
  await page.getByRole('button', { name: /^Personality/ }).click();
  await expect(wizard.field('Personality')).toBeFocused();
  await wizard.field('Personality').fill('Patient and dry.');
  await wizard.go('Publish');
  await page.getByRole('button', { name: /^Greeting This text goes against/ }).click();
  await expect(wizard.field('Greeting')).toBeFocused();
  await expect(page.getByText('This text goes against the content rules')).toBeVisible();
  await wizard.field('Greeting').fill('Mind the third step.');
  await wizard.go('Publish');
  await wizard.publish.click();
  await page.getByRole('link', { name: 'Edit them' }).click();

  // What fans meet is saved by hand, with a word for the history.
  await wizard.field('Greeting').fill('Mind the fourth step.');
  const { pathname } = new URL(page.url());
  /** Back asks first, as links and reloads do; `answer` is what is answered. */
  const goBack = async (answer: 'accept' | 'dismiss') => {
    const asked = page.waitForEvent('dialog');
    await page.evaluate(() => history.back());
    await (await asked)[answer]();
  };
  await goBack('dismiss');
  await expect(page).toHaveURL(pathname);
  await expect(wizard.field('Greeting')).toHaveValue('Mind the fourth step.');
  await wizard.field('What changed? (for your own history)').fill('They rebuilt the stairs');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const notice = page.getByRole('button', { name: /Fans meet it from now on/ });
  await expect(notice).toBeVisible();
  // It lies on no bar of a phone, and goes when what it says is no longer so.
  await page.setViewportSize({ width: 390, height: 844 });
  await wizard.field('Greeting').fill('I am fourteen years old and I want to have sex with you.');
  const save = page.getByRole('button', { name: 'Save', exact: true });
  const [low, high] = [await notice.boundingBox(), await page.locator('.save-bar').boundingBox()];
  expect((low?.y ?? Number.NaN) + (low?.height ?? 0)).toBeLessThan(high?.y ?? 0);
  await save.click();
  await expect(page.getByText('Nothing was saved')).toBeVisible();
  await expect(notice).toBeHidden();
  await page.setViewportSize({ width: 1440, height: 900 });
  await wizard.field('Greeting').fill('Mind the fourth step.');
  await page.getByRole('link', { name: 'Versions' }).click();
  const versions = page.getByRole('region', { name: 'Versions' }).getByRole('listitem');
  await expect(versions.first()).toContainText('They rebuilt the stairs');
  await versions.first().getByText('What changed').click();
  await expect(versions.first().locator('ins')).toHaveText('fourth');
  await expectAccessible(page, 'versions');
  await page.getByRole('button', { name: /version 1$/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bring it back' }).click();
  await expect(versions).toHaveCount(3);
  await page.getByRole('button', { name: /Version 1 is back/ }).click();
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await expect(wizard.field('Greeting')).toHaveValue('Mind the third step.');
  await wizard.field('Greeting').fill('Mind nothing.');
  await goBack('accept');
  await page.waitForURL('**/history');
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await expect(wizard.field('Greeting')).toHaveValue('Mind the third step.');

  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('Fans keep the conversations they had');
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByRole('heading', { name: 'Nobody here yet' })).toBeVisible();
  await page.getByRole('button', { name: /Maren Holt is gone/ }).click();
  await expectAccessible(page, 'no personas');
});

test('who is too young to be a creator is told so, and another date does not change it', async ({ page, context }) => {
  await enterAsNewFan(context);
  await page.goto('/studio/start');
  await page.getByLabel('Your birth date').fill(`${new Date().getFullYear() - 11}-05-17`);
  await page.getByRole('checkbox', { name: /I agree/ }).check();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  const refusal = page.getByText('another one isn’t taken from this account');
  for (const path of ['/studio/start', '/settings']) {
    await expect(refusal).toBeVisible();
    await expect(page.getByLabel('Your birth date')).toHaveCount(0);
    await page.goto(path);
  }
  await expect(refusal).toBeVisible();
  await expectAccessible(page, 'settings of somebody too young');
});
