import { ECONOMY } from '@troupe/contracts/economy';
import { formatCoins } from '@troupe/contracts/money';
import type { Metadata } from 'next';
import { LegalPage, Rule } from '@/features/legal/legal-page';

export const metadata: Metadata = { title: 'Terms', description: 'The rules of the house, in plain words.' };

export default function TermsPage() {
  const least = formatCoins(ECONOMY.messagePriceMinMicrocoins);
  const most = formatCoins(ECONOMY.messagePriceMaxMicrocoins);
  return (
    <LegalPage
      href="/legal/terms"
      title="The rules of the house"
      inShort="You pay by the message, you see the price before you send, and everybody you talk to here is an AI."
    >
      <Rule title="Who you are talking to">
        <p>
          Every persona is a character performed by a language model. It can be wrong, and it makes things up. Don’t
          rely on it for medical, legal or financial decisions. People write the characters; they don’t type the
          replies.
        </p>
      </Rule>
      <Rule title="What a message costs">
        <p>
          The creator of a persona sets its price, from {least} to {most} coins a message. The price stands beside the
          composer before you send. One charge covers your message and the whole reply; sending the same message again
          after a lost connection never charges twice. When a price goes up, you are asked before it applies to you.
        </p>
      </Rule>
      <Rule title="Coins">
        <p>
          Coins are a prepaid balance for use on Troupe. Bonus coins are a gift and are spent first. Coins can’t be
          turned back into money, except where the refund rules or the law say so.
        </p>
      </Rule>
      <Rule title="If you create" id="creators">
        <p>
          You keep {ECONOMY.creatorSharePercent} % of every message that your personas are paid; the platform keeps the
          rest. What was earned from bought coins can be paid out after {ECONOMY.payoutHoldingDays} days; what was
          earned from bonus coins never becomes cash. Publish only what is yours to publish, and nobody’s likeness
          without their consent.
        </p>
      </Rule>
      <Rule title="What isn’t allowed">
        <p>
          Anything illegal, anything that sexualises minors, harassment, fraud, and attempts to break into other
          people’s accounts or conversations. Reported personas and messages are reviewed by people, who may take them
          down or close accounts.
        </p>
      </Rule>
    </LegalPage>
  );
}
