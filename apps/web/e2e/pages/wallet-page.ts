import type { Locator, Page } from '@playwright/test';

/** The wallet: sending, limits and history. */
export class WalletPage {
  readonly send: Locator;
  readonly limits: Locator;
  readonly history: Locator;
  readonly confirm: Locator;
  readonly receipt: Locator;

  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.send = page.getByRole('region', { name: 'Send coins' });
    this.limits = page.getByRole('region', { name: 'Your limits' });
    this.history = page.getByRole('region', { name: 'History' });
    this.confirm = page.getByRole('dialog', { name: 'Send these coins?' });
    this.receipt = page.getByRole('dialog').getByRole('article', { name: 'Receipt' });
  }

  static async open(page: Page): Promise<WalletPage> {
    await page.goto('/wallet');
    const wallet = new WalletPage(page);
    await wallet.history.waitFor();
    return wallet;
  }

  /** The handle that others send to, without its @. */
  async handle(): Promise<string> {
    const text = await this.send.getByText('Others send to you at').locator('strong').textContent();
    return (text ?? '').replace('@', '');
  }

  async write(to: string, coins: string, note = ''): Promise<void> {
    await this.send.getByLabel('To', { exact: true }).fill(to);
    await this.send.getByLabel('Coins', { exact: true }).fill(coins);
    await this.send.getByLabel('A line with it').fill(note);
    await this.send.getByRole('button', { name: 'Look it over' }).click();
  }

  async press(name: string): Promise<void> {
    await this.confirm.getByRole('button', { name }).click();
  }

  entry(title: string): Locator {
    return this.history.getByRole('link', { name: title });
  }

  async choose(chip: string): Promise<void> {
    await this.history.getByRole('link', { name: chip, exact: true }).click();
    await this.page.waitForURL((url) => url.pathname === '/wallet');
  }
}
