import Link from 'next/link';
import { Amount } from '@/components/ui/amount';

/** The price before the act, and what it buys. */
export function PriceTerms({ priceMicrocoins }: { priceMicrocoins: number }) {
  return (
    <div className="price-terms">
      <p className="flex items-center gap-1.5">
        <Amount microcoins={priceMicrocoins} word coinSize={20} className="text-lg" />
        <span className="text-muted">a message</span>
      </p>
      <p className="max-md:hidden text-sm text-muted">
        One line of yours and the whole reply. If the reply fails, the coins come back.
      </p>
    </div>
  );
}

/** To whoever writes them: no price, and the way to the form. */
export function OwnTerms({ personaId }: { personaId: string }) {
  return (
    <div className="price-terms">
      <p>
        <span className="text-lg font-medium">Free for you</span>{' '}
        <Link
          href={`/studio/personas/${personaId}`}
          prefetch={false}
          className="inline-flex min-h-11 items-center pl-2 font-semibold text-amber-ink underline underline-offset-4"
        >
          Edit
        </Link>
      </p>
      <p className="max-md:hidden text-sm text-muted">They are yours: fans pay the price that you set.</p>
    </div>
  );
}
