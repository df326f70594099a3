import type { PersonaBrief, PersonaCard } from '@troupe/contracts/http/persona';
import type { BriefRow, CardRow } from './persona.repository.ts';

/** Widths in which the seed (and later the upload) renders every portrait. */
const PORTRAIT_WIDTHS_PX = [160, 320, 640, 800];

export function toBrief(row: BriefRow): PersonaBrief {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    hook: row.hook,
    hueDegrees: row.hueDegrees,
    portrait: PORTRAIT_WIDTHS_PX.map((widthPx) => ({ url: `/media/${row.portraitKey}-${widthPx}.webp`, widthPx })),
    priceMicrocoins: Number(row.priceMicrocoins),
  };
}

export function toCard(row: CardRow): PersonaCard {
  return {
    ...toBrief(row),
    tags: row.tags,
    chatCount: row.chatCount,
    featured: row.featured,
    creator: { userId: row.creator.userId, handle: row.creator.handle, name: row.creator.displayName },
  };
}
