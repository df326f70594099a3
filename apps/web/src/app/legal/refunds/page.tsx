import { ECONOMY } from '@troupe/contracts/economy';
import type { Metadata } from 'next';
import { LegalPage, Rule } from '@/features/legal/legal-page';

export const metadata: Metadata = { title: 'Refunds', description: 'When coins come back, and when a price stands.' };

const CASES = [
  ['The reply fails, takes too long, or comes back empty', 'All coins back'],
  ['You stop it before the first word', 'All coins back'],
  ['You stop it after the first word', 'The price stands'],
  ['It breaks off early, before a sentence was there', 'All coins back; you keep the text'],
  ['It breaks off after that', 'The price stands; you keep the text'],
  ['You lose the connection', 'Nothing changes: the reply is written on and waits for you'],
  ['You send the same message again by accident', 'Charged once'],
] as const;

export default function RefundsPage() {
  return (
    <LegalPage
      href="/legal/refunds"
      title="When coins come back"
      inShort="If you didn’t get a reply, you don’t pay for it. It happens by itself, at once, and the receipt shows it."
    >
      <Rule title="By what happened">
        <table className="refund-table">
          <thead>
            <tr>
              <th scope="col">What happened</th>
              <th scope="col">What it costs</th>
            </tr>
          </thead>
          <tbody>
            {CASES.map(([event, cost]) => (
              <tr key={event}>
                <td>{event}</td>
                <td>{cost}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="text-muted">
          A sentence here is {ECONOMY.sentenceVisibleChars} visible characters. Stopping before the first word is
          refunded {ECONOMY.stopRefundsPerDayMax} times a day; after that the price stands.
        </p>
      </Rule>
      <Rule title="Greetings">
        <p>A persona’s greeting is free. Reading is free. Opening a chat is free.</p>
      </Rule>
      <Rule title="Coins that you bought">
        <p>
          A purchase that went through gives its coins at once. If you were charged and no coins came, or charged twice,
          the purchase shows in your wallet with its number, and that number is all that support needs.
        </p>
      </Rule>
    </LegalPage>
  );
}
