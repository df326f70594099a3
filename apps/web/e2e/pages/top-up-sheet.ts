import type { Locator, Page } from '@playwright/test';

/** The sheet over a conversation, and the same counter on the checkout page. */
export class TopUpSheet {
  readonly dialog: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog');
  }

  pack(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${name}`) });
  }

  get pay(): Locator {
    return this.page.getByRole('button', { name: /^Pay .* in play money$/ });
  }
}
