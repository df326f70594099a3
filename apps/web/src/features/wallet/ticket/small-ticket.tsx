import type { MessageCharge } from '@troupe/contracts/http/chat';
import type { Receipt } from '@troupe/contracts/http/coin';
import { Coin } from '@/components/brand/coin';
import { Skeleton } from '@/components/ui/skeleton';
import { coinWord, formatCoins } from '@/lib/format';
import { seatOf } from './seat';
import { Split } from './split';
import { Stamp } from './stamp';
import './ticket.css';

interface SmallTicketProps {
  messageId: string;
  charge: MessageCharge;
  /** Null while it is on its way. */
  receipt: Receipt | null;
}

/** The stub of one message, small enough for the middle of a conversation. */
export function SmallTicket({ messageId, charge, receipt }: SmallTicketProps) {
  const seat = seatOf(messageId);
  const returned = charge.refundedMicrocoins > 0;
  return (
    <div className="ticket ticket-small">
      <div className="ticket-small-price">
        <span className="ticket-label">Price</span>
        <span className="flex items-center gap-1.5 font-mono text-xl font-semibold tabular-nums">
          <Coin size={20} />
          {formatCoins(charge.chargedMicrocoins)}
        </span>
        <span className="text-xs">{coinWord(charge.chargedMicrocoins)}</span>
        <span className="ticket-label pt-2">
          Row {seat.row} · Seat {seat.number}
        </span>
      </div>
      <div className={returned ? 'ticket-small-body ticket-small-returned' : 'ticket-small-body'}>
        {receipt === null ? (
          <div className="grid gap-2">
            <Skeleton className="h-2 w-full" />
            <Skeleton className="h-5 w-full" />
            <Skeleton className="h-5 w-full" />
          </div>
        ) : (
          <Split
            creatorMicrocoins={receipt.creatorShareMicrocoins}
            platformMicrocoins={receipt.platformShareMicrocoins}
            returned={returned}
            short
          />
        )}
        {returned ? <Stamp small /> : null}
      </div>
    </div>
  );
}
