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
