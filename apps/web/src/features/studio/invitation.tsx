import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { Split } from '@/features/wallet/ticket/split';
import '@/features/wallet/ticket/ticket.css';

interface InvitationProps {
  messagePriceMicrocoins: number;
  creatorSharePercent: number;
  holdingDays: number;
}

/** For a fan: what the studio is, what it pays, and the way in. */
export function Invitation({ messagePriceMicrocoins, creatorSharePercent, holdingDays }: InvitationProps) {
  const creatorMicrocoins = (messagePriceMicrocoins * creatorSharePercent) / 100;
  return (
    <div className="studio-invitation grid place-content-center gap-10 px-4 py-12 md:grid-cols-[minmax(0,26rem)_minmax(0,22rem)] md:items-center md:gap-16 md:px-8">
      <div className="grid gap-5">
        <h1 className="text-3xl">Put somebody on this stage</h1>
        <p className="text-lg text-muted">
          Give a character a voice, a price and a light of their own. Every conversation with them pays you, message by
          message.
        </p>
        <p className="text-muted">
          It takes about five minutes, and costs nothing. You can stop anywhere: all of it is saved.
        </p>
        <Link href="/studio/start" className={buttonClass({ size: 'lg', className: 'justify-self-start' })}>
          Create a persona
        </Link>
      </div>
      <div className="ticket justify-self-center" style={{ rotate: '2.5deg' }}>
        <div className="ticket-head">
          <p className="ticket-label">Of every message</p>
          <p className="pt-3 font-display text-2xl leading-9 font-semibold">{creatorSharePercent}% is the creator’s</p>
        </div>
        <div className="ticket-body">
          <Split
            creatorMicrocoins={creatorMicrocoins}
            platformMicrocoins={messagePriceMicrocoins - creatorMicrocoins}
            returned={false}
          />
          <p className="text-sm">
            Credited as each message is paid, ready to pay out after {holdingDays} days. You set the price.
          </p>
        </div>
        <div aria-hidden="true" className="ticket-edge" />
      </div>
    </div>
  );
}
