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

  get pay(): Locator {
    return this.page.getByRole('button', { name: /^Pay .* in play money$/ });
  }
}
