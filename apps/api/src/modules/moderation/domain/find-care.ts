import type { CareResources } from '@troupe/contracts/http/moderation';
import { EVERYWHERE, LINES_BY_COUNTRY } from './care-lines.ts';

const TITLE = 'You don’t have to carry this alone';
const TEXT = 'That sounds heavy, and it matters. A real person is there to listen, free and in confidence.';

/** Whom to call or write to. `country` goes before the region of `locale`; a country that we don't know gets what serves everywhere. */
export function findCare(country: string | undefined, locale: string | undefined): CareResources {
  const asked = country ?? regionOf(locale);
  const known = asked !== undefined && Object.hasOwn(LINES_BY_COUNTRY, asked) ? LINES_BY_COUNTRY[asked] : undefined;
  return {
    country: known === undefined ? null : (asked ?? null),
    title: TITLE,
    text: TEXT,
    emergencyPhone: known?.emergencyPhone ?? null,
    lines: [...(known?.lines ?? []), ...EVERYWHERE],
  };
}

/** The region that a language tag names; never guessed from the language alone. */
function regionOf(locale: string | undefined): string | undefined {
  if (locale === undefined) return undefined;
  try {
    return new Intl.Locale(locale).region;
  } catch {
    // Not a tag of any language: the same as none.
    return undefined;
  }
}
