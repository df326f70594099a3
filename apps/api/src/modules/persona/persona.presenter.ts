import type { PersonaBrief, PersonaCard, TokenPrice } from '@troupe/contracts/http/persona';
import { imagesOf } from '../../platform/media/picture-shapes.ts';
import type { BriefRow, CardRow } from './persona.repository.ts';

/** Rates per 1,000 tokens, in microcoins. */
export interface TokenRates {
  baseMicrocoins: bigint;
  inputRateMicrocoins: bigint;
  outputRateMicrocoins: bigint;
}

export function toBrief(row: BriefRow): PersonaBrief {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    hook: row.hook,
    hueDegrees: row.hueDegrees,
    portrait: imagesOf(row.portraitKey),
    priceMicrocoins: Number(row.priceMicrocoins),
    tokenPrice: toTokenPrice(row),
  };
}

/** All three or none: a CHECK of the table says so. */
export function tokenPriceOf({
  baseMicrocoins,
  inputRateMicrocoins,
  outputRateMicrocoins,
}: BriefRow): TokenRates | null {
  if (baseMicrocoins === null || inputRateMicrocoins === null || outputRateMicrocoins === null) return null;
  return { baseMicrocoins, inputRateMicrocoins, outputRateMicrocoins };
}

function toTokenPrice(row: BriefRow): TokenPrice | null {
  const rates = tokenPriceOf(row);
  return (
    rates && {
      baseMicrocoins: Number(rates.baseMicrocoins),
      inputRateMicrocoins: Number(rates.inputRateMicrocoins),
      outputRateMicrocoins: Number(rates.outputRateMicrocoins),
    }
  );
}

export function toCard(row: CardRow): PersonaCard {
  return {
    ...toBrief(row),
    tags: row.tags,
    chatCount: row.chatCount,
    featured: (row.listing?.featuredPosition ?? null) !== null,
    mature: row.mature,
    creator: { userId: row.creator.userId, handle: row.creator.handle, name: row.creator.displayName },
    category: row.category,
    rating: ratingOf(row.listing),
  };
}

/** The mean in stars, to the hundredth. */
export function ratingOf(
  listing: Pick<NonNullable<CardRow['listing']>, 'ratingCount' | 'ratingSum'> | null,
): PersonaCard['rating'] {
  const { ratingCount: count, ratingSum } = listing ?? { ratingCount: 0, ratingSum: 0 };
  return { count, mean: count === 0 ? null : Math.round((100 * ratingSum) / count) / 100 };
}
