import type { Payment } from '@troupe/contracts/http/payment';
import type { ReactNode } from 'react';
import { coinWord, formatCoins, formatFiat } from '@/lib/format';

/** What is bought and for how much; in the sandbox, what it would cost. */
export function Bill({ payment }: { payment: Payment }) {
  const rehearsal = payment.provider === 'sandbox';
  return (
    <dl className="grid gap-2">
      <Row term={`${payment.packName} pack`}>
        {formatCoins(payment.coinsMicrocoins)} {coinWord(payment.coinsMicrocoins)}
      </Row>
      {payment.bonusMicrocoins === 0 ? null : (
        <Row term={payment.promotion === null ? 'Bonus' : `Bonus, with “${payment.promotion}”`}>
          {formatCoins(payment.bonusMicrocoins)} {coinWord(payment.bonusMicrocoins)}
        </Row>
      )}
      <div className="my-1 border-t border-line" />
      <Row term={rehearsal ? 'Would cost' : 'To pay'} strong>
        {formatFiat(payment.price)}
      </Row>
      {rehearsal ? (
        <Row term="Costs today" strong>
          nothing
        </Row>
      ) : null}
    </dl>
  );
}

function Row({ term, strong = false, children }: { term: string; strong?: boolean; children: ReactNode }) {
  return (
    <div className={strong ? 'flex justify-between gap-4 font-semibold' : 'flex justify-between gap-4'}>
      <dt>{term}</dt>
      <dd className="shrink-0 font-mono tabular-nums">{children}</dd>
    </div>
  );
}
