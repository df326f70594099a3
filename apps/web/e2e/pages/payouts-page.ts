import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** Where a creator asks to be paid. */
export class PayoutsPage {
  readonly page: Page;
  readonly request: Locator;
  readonly list: Locator;

  constructor(page: Page) {
    this.page = page;
    this.request = page.getByRole('region', { name: 'Get paid' });
    this.list = page.getByRole('region', { name: 'Your payouts' });
  }

  static async open(page: Page): Promise<PayoutsPage> {
    await page.goto('/studio/payouts');
    const payouts = new PayoutsPage(page);
    await payouts.list.waitFor();
    return payouts;
  }

  async fillIn(legalName: string, taxId: string): Promise<void> {
    const payee = this.page.getByRole('region', { name: 'Who is paid' });
    await payee.getByRole('button', { name: 'Fill it in' }).click();
    await payee.getByLabel('Legal name').fill(legalName);
    await payee.getByLabel('Country').selectOption({ label: 'Germany' });
    await payee.getByLabel('Tax id').fill(taxId);
    await payee.getByRole('button', { name: 'Save' }).click();
    await expect(payee).toContainText(`${legalName}, Germany`);
  }

  async addAccount(handle: 'pays@sandbox' | 'fails@sandbox'): Promise<void> {
    const places = this.page.getByRole('region', { name: 'Where it goes' });
    await places.getByRole('button', { name: 'Add an account' }).click();
    await places.getByLabel('Account', { exact: true }).selectOption(handle);
    await places.getByRole('button', { name: 'Add it' }).click();
    await expect(places.getByRole('listitem').filter({ hasText: handle })).toContainText('Ready');
  }

  /** Asks for this many coins, looked over. */
  async ask(coins: string, destination: string): Promise<void> {
    await this.request.getByLabel('To').selectOption({ label: `${destination}, USD` });
    await this.request.getByLabel('Coins', { exact: true }).fill(coins);
    await this.request.getByRole('button', { name: 'Look it over' }).click();
  }
}
