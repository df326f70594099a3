import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** From the invitation to the published persona, as a creator sees it. */
export class WizardPage {
  readonly next: Locator;
  readonly saved: Locator;
  readonly publish: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.next = page.getByRole('button', { name: 'Next', exact: true });
    this.saved = page.locator('.save-mark').getByText('Saved', { exact: true });
    this.publish = page.locator('.wizard-form').getByRole('button', { name: 'Publish', exact: true });
  }

  question(text: string): Locator {
    return this.page.getByRole('heading', { level: 1, name: text });
  }

  field(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  /** From the invitation until there is a draft. */
  async begin(name: string): Promise<void> {
    await this.page.goto('/studio');
    await this.page.getByRole('link', { name: 'Create a persona' }).click();
    await this.page.getByLabel('Your birth date').fill('1990-05-17');
    await this.page.getByRole('checkbox', { name: /I agree/ }).check();
    await this.next.click();
    await expect(this.question('Who is behind it?')).toBeVisible();
    await this.next.click();
    await expect(this.question('What are they called?')).toBeVisible();
    await this.field('Name').fill(name);
    await this.next.click();
    await expect(this.question('Who steps on stage?')).toBeVisible();
  }

  /** The step of this name, by the bar. */
  async go(step: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: step, exact: true }).click();
  }
}
