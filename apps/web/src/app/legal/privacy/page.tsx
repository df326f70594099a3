import type { Metadata } from 'next';
import { LegalPage, Rule } from '@/features/legal/legal-page';

export const metadata: Metadata = { title: 'Privacy', description: 'What we keep, who sees it, and what we never do.' };

export default function PrivacyPage() {
  return (
    <LegalPage
      href="/legal/privacy"
      title="What stays between you and the stage"
      inShort="Your conversations are yours. Creators never read them, and no advertiser is here to."
    >
      <Rule title="What we keep">
        <p>
          Your e-mail, the name you chose, your password as a hash that can’t be turned back, your conversations, and
          every movement of your coins with its receipt. Three cookies: one keeps you signed in, one remembers the theme
          that you picked, one tells this browser from others when somebody signs in, so that nobody pays themselves. No
          trackers.
        </p>
      </Rule>
      <Rule title="Who can read a conversation">
        <p>
          You. The creator of the persona can’t, and never sees a prompt that contains your words. A moderator can read
          a conversation only after it was reported, and every time that happens is recorded.
        </p>
      </Rule>
      <Rule title="Where your words go">
        <p>
          To answer you, the conversation is sent to the language model that plays the persona. Which provider that is
          depends on how this house is set up; it gets the text and no name, e-mail or payment details of yours from us.
        </p>
      </Rule>
      <Rule title="Payments">
        <p>
          Card details go to the payment provider and never to us. We keep what was paid, when, and for which coins.
        </p>
      </Rule>
      <Rule title="Leaving">
        <p>
          Deleting a conversation removes it from your list and its text from our prompts. Receipts stay, without the
          words, because the books have to balance.
        </p>
      </Rule>
    </LegalPage>
  );
}
