import type { Locator, Page } from '@playwright/test';

/** The sheet over a conversation, and the same counter on the checkout page. */
export class TopUpSheet {
  readonly page: Page;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog');
  }

  pack(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${name}`) });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async press(name: string): Promise<void> {
    await this.button(name).click();
  }

  /** What the page says of the payment, also to those who hear it. */
  said(text: string): Locator {
    return this.page.getByRole('status').filter({ hasText: text });
  }

  get pay(): Locator {
    return this.page.getByRole('button', { name: /^Pay .* in play money$/ });
  }
}
