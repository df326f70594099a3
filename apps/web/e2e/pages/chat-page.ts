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
  private repliesDue = 1;

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
    // On one's own persona it is a preview, and says so.
    await page
      .getByRole('link', { name: /^(?:Start chat|Preview)/ })
      .first()
      .click();
    return ChatPage.here(page);
  }

  static async here(page: Page): Promise<ChatPage> {
    await page.waitForURL(/\/chat\/[0-9a-f-]{36}/);
    const chat = new ChatPage(page);
    await expect(chat.replies.first()).toBeVisible();
    return chat;
  }

  async say(text: string): Promise<void> {
    this.repliesDue = (await this.replies.count()) + 1;
    await this.composer.fill(text);
    await this.composer.press('Enter');
    await expect(this.own.last()).toContainText(text);
  }

  /** The last reply is here and whole: Send is back, which it also is until a reply has begun. */
  async replyEnded(): Promise<void> {
    await expect.poll(() => this.replies.count()).toBeGreaterThanOrEqual(this.repliesDue);
    this.repliesDue = 0;
    await expect(this.send).toBeVisible({ timeout: 45_000 });
  }

  /** An exchange that is cut short: paid for and delivered, without waiting for all of it. */
  async sayBriefly(text: string): Promise<void> {
    await this.say(text);
    await this.cutShort();
  }

  /** Stops the reply that has just been asked for, after its first words. */
  async cutShort(): Promise<void> {
    await this.replyStarted();
    this.repliesDue = 0;
    await this.stop.click();
    await this.replyEnded();
  }

  /** The menu of a bubble, the way a mouse opens it. */
  async openMenu(bubble: Locator): Promise<Locator> {
    await bubble.hover();
    await bubble
      .locator('..')
      .getByRole('button', { name: /^More about/ })
      .click();
    const menu = this.page.getByRole('menu');
    await expect(menu).toBeVisible();
    return menu;
  }

  async choose(bubble: Locator, item: string | RegExp): Promise<void> {
    await (await this.openMenu(bubble)).getByRole('menuitem', { name: item }).click();
  }

  /** The arrows of the last reply or the last message of the fan. */
  arrows(what: 'takes' | 'versions'): Locator {
    return this.log.getByRole('group', { name: new RegExp(what) }).last();
  }

  async chooseOfChat(item: string): Promise<void> {
    await this.page.getByRole('button', { name: 'More about this chat' }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
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
