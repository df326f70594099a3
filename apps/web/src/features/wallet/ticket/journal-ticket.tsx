import type { TransactionKind } from '@troupe/contracts/http/coin';
import type { JournalReceipt } from '@troupe/contracts/http/coin-movements';
import { Coin } from '@/components/brand/coin';
import { Wordmark } from '@/components/brand/wordmark';
import { When } from '@/components/ui/when';
import { coinWord, formatCoins } from '@/lib/format';
import { lit } from '@/lib/hue';
import { refundReason, transactionTitle } from '../words';
import { Bars } from './bars';
import { Split } from './split';
import { Stamp } from './stamp';
import { TicketDate } from './ticket-date';
import './ticket.css';

const LABELS: Record<TransactionKind, string> = {
  message: 'Admit one message',
  refund: 'Money back',
  purchase: 'Box office',
  welcome_bonus: 'On the house',
  bonus: 'On the house',
  gift: 'With compliments',
  tip: 'A bouquet',
  swap: 'Cloakroom exchange',
  payout: 'Pay packet',
  correction: 'Put right',
  clawback: 'Handed back',
  clawback_return: 'Box office',
};

/** The stub of anything that moved in the wallet: what it was, what it did to each bucket, and who was on the other side. */
export function JournalTicket({ receipt, heading: Heading }: { receipt: JournalReceipt; heading: 'h1' | 'h3' }) {
  const { journalId, kind, subject, counterpart, note, split, reversedAt } = receipt;
  const spendable = receipt.coinsMicrocoins + receipt.bonusMicrocoins;
  const amount = spendable === 0 ? receipt.earningsMicrocoins + receipt.promotionalMicrocoins : spendable;
  return (
    <article className="ticket" style={lit(subject?.hueDegrees ?? 75)} aria-label="Receipt">
      <div className="ticket-head">
        <div className="flex items-center justify-between gap-4">
          <Wordmark height={18} />
          <span className="ticket-label">{LABELS[kind]}</span>
        </div>
        <Heading className="pt-6 text-2xl leading-9 break-words">
          {transactionTitle({ ...receipt, amountMicrocoins: amount })}
        </Heading>
        <dl className="ticket-fields">
          <TicketDate iso={receipt.createdAt} />
        </dl>
      </div>
      <div className="ticket-body">
        <div className="relative flex items-end justify-between gap-4">
          <p className="grid">
            <span className="ticket-label">{amount > 0 ? 'Came in' : 'Went out'}</span>
            <span className="flex items-center gap-2 font-mono text-2xl font-semibold tabular-nums">
              <Coin size={28} /> {formatCoins(Math.abs(amount))}
              <span className="font-sans text-base font-normal">{coinWord(amount)}</span>
            </span>
          </p>
          {reversedAt === null ? null : <Stamp />}
        </div>
        <Buckets receipt={receipt} />
        {split === null ? null : (
          <div className="grid gap-2">
            <p className="ticket-label">Where it went</p>
            <Split
              creatorMicrocoins={split.creatorShareMicrocoins}
              platformMicrocoins={split.platformShareMicrocoins}
              returned={reversedAt !== null}
            />
          </div>
        )}
        {counterpart === null ? null : (
          <p className="text-sm">
            {amount > 0 ? 'From' : 'For'} <strong className="font-semibold">{counterpart.name}</strong>, @
            {counterpart.handle}
          </p>
        )}
        {note === null ? null : <blockquote className="ticket-note">“{note}”</blockquote>}
        <Ending receipt={receipt} />
        <div className="flex items-end justify-between gap-6 pt-1">
          <Bars messageId={journalId.padStart(12, '0').repeat(2)} className="h-9 min-w-0 flex-1" />
          <span className="font-mono text-xs tabular-nums">No. {journalId}</span>
        </div>
      </div>
      <div aria-hidden="true" className="ticket-edge" />
    </article>
  );
}

function Buckets({ receipt }: { receipt: JournalReceipt }) {
  const buckets: [string, number][] = [
    ['Bought coins', receipt.coinsMicrocoins],
    ['Bonus coins', receipt.bonusMicrocoins],
    ['Earnings', receipt.earningsMicrocoins],
    ['Promotional earnings', receipt.promotionalMicrocoins],
  ];
  return (
    <div className="grid gap-2">
      <p className="ticket-label">In your wallet</p>
      <dl className="ticket-rows">
        {buckets
          .filter(([, microcoins]) => microcoins !== 0)
          .map(([term, microcoins]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                {microcoins > 0 ? '+' : ''}
                {formatCoins(microcoins)}
              </dd>
            </div>
          ))}
      </dl>
    </div>
  );
}

/** Why coins came back, or when these did. */
function Ending({ receipt: { kind, subject, reverses, reversedAt } }: { receipt: JournalReceipt }) {
  if (reversedAt !== null) {
    return (
      <p className="text-sm">
        All of it went back <When iso={reversedAt} form="clock" />, into the buckets it came from.
      </p>
    );
  }
  if (kind !== 'refund') return null;
  return (
    <p className="text-sm">
      {refundReason(subject?.reason ?? null)}
      {reverses === null ? null : ` This takes back no. ${reverses}.`}
    </p>
  );
}
