import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** One conversation on stage. */
export class ChatPage {
  readonly page: Page;
  readonly composer: Locator;
  readonly send: Locator;
  readonly stop: Locator;
  readonly log: Locator;
  readonly own: Locator;
  readonly replies: Locator;

  constructor(page: Page) {
    this.page = page;
    this.composer = page.getByRole('textbox', { name: /^Message / });
    this.send = page.getByRole('button', { name: /^Send for / });
    this.stop = page.getByRole('button', { name: 'Stop', exact: true });
    this.log = page.getByRole('log', { name: /^Conversation with / });
    this.own = this.log.locator('.chat-bubble-own');
    this.replies = this.log.locator('.chat-bubble-reply');
  }

  /** From the persona's page, as a fan does it. */
  static async start(page: Page, slug: string): Promise<ChatPage> {
    await page.goto(`/p/${slug}`);
    await page.getByRole('link', { name: 'Start chat' }).first().click();
    return ChatPage.here(page);
  }

  static async here(page: Page): Promise<ChatPage> {
    await page.waitForURL(/\/chat\/[0-9a-f-]{36}/);
    const chat = new ChatPage(page);
    await expect(chat.replies.first()).toBeVisible();
    return chat;
  }

  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
    await expect(this.own.last()).toContainText(text);
  }

  /** The last reply is whole: Send is back. */
  async replyEnded(): Promise<void> {
    await expect(this.send).toBeVisible({ timeout: 45_000 });
  }

  /** The text of the last reply, without the speaker's name. */
  async lastReply(): Promise<string> {
    const text = await this.replies.last().locator('.reply-text').textContent();
    return (text ?? '').trim();
  }

  /** Waits until some words of the last reply are there and it is still growing. */
  async replyStarted(): Promise<void> {
    await expect(this.stop).toBeVisible();
    await expect(this.log.locator('.chat-bubble-reply[aria-busy="true"] .fresh-word').nth(2)).toBeVisible();
  }
}
