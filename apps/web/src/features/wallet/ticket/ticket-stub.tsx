import type { Receipt } from '@troupe/contracts/http/coin';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Coin } from '@/components/brand/coin';
import { Wordmark } from '@/components/brand/wordmark';
import { When } from '@/components/ui/when';
import { coinWord, formatCoins } from '@/lib/format';
import { lit } from '@/lib/hue';
import { refundReason } from '../words';
import { Bars } from './bars';
import { seatOf } from './seat';
import { Split } from './split';
import { Stamp } from './stamp';
import { TicketDate } from './ticket-date';
import './ticket.css';

/** A receipt, as the stub that stays in your hand: who, which seat, what it cost and where that went. */
export function TicketStub({ receipt, heading: Heading }: { receipt: Receipt; heading: 'h1' | 'h3' }) {
  const { subject, messageId, priceMicrocoins } = receipt;
  const returned = receipt.status === 'refunded';
  const seat = seatOf(messageId);
  return (
    <article className="ticket" style={lit(subject.hueDegrees ?? 75)} aria-label="Receipt">
      <div className="ticket-head">
        <div className="flex items-center justify-between gap-4">
          <Wordmark height={18} />
          <span className="ticket-label">Admit one message</span>
        </div>
        <Heading className="pt-6 text-2xl leading-9">{subject.title}</Heading>
        <dl className="ticket-fields">
          <Field term="Row">{seat.row}</Field>
          <Field term="Seat">{seat.number}</Field>
          <TicketDate iso={receipt.chargedAt} />
        </dl>
      </div>
      <div className="ticket-body">
        <div className="relative flex items-end justify-between gap-4">
          <p className="grid">
            <span className="ticket-label">Price</span>
            <span className="flex items-center gap-2 font-mono text-2xl font-semibold tabular-nums">
              <Coin size={28} /> {formatCoins(priceMicrocoins)}
              <span className="font-sans text-base font-normal">{coinWord(priceMicrocoins)}</span>
            </span>
          </p>
          {returned ? <Stamp /> : null}
        </div>
        <Section title="Paid from">
          <dl className="ticket-rows">
            <PaidPart term="Bonus coins, first to go" microcoins={receipt.bonusPartMicrocoins} />
            <PaidPart term="Bought coins" microcoins={receipt.coinsPartMicrocoins} />
          </dl>
        </Section>
        <Section title="Where it went">
          <Split
            creatorMicrocoins={receipt.creatorShareMicrocoins}
            platformMicrocoins={receipt.platformShareMicrocoins}
            returned={returned}
          />
        </Section>
        {receipt.refundedAt === null ? null : (
          <p className="text-sm">
            {refundReason(subject.reason)} All coins went back <When iso={receipt.refundedAt} form="clock" />, into the
            buckets they came from.
          </p>
        )}
        {subject.conversationId === null ? null : (
          <Link href={`/chat/${subject.conversationId}`} className="ticket-link">
            Back to the conversation
          </Link>
        )}
        <div className="flex items-end justify-between gap-6 pt-1">
          <Bars messageId={messageId} className="h-9 min-w-0 flex-1" />
          <span className="font-mono text-xs tabular-nums">No. {receipt.journalId}</span>
        </div>
      </div>
      <div aria-hidden="true" className="ticket-edge" />
    </article>
  );
}

function Field({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="ticket-label">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid gap-2">
      <p className="ticket-label">{title}</p>
      {children}
    </div>
  );
}

function PaidPart({ term, microcoins }: { term: string; microcoins: number }) {
  if (microcoins === 0) return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {formatCoins(microcoins)} {coinWord(microcoins)}
      </dd>
    </div>
  );
}
