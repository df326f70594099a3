import type { OwnRating } from '@troupe/contracts/http/discovery';
import type { PersonaPage } from '@troupe/contracts/http/persona';
import Link from 'next/link';
import type { CSSProperties } from 'react';
import { formatCount } from '@/lib/format';
import { loginPath } from '@/lib/next-path';
import { RateStars } from './rate-stars';
import './rating.css';

interface RatingSectionProps {
  persona: Pick<PersonaPage, 'id' | 'slug' | 'name' | 'rating'>;
  /** Null for a visitor, and when it can't be read. */
  own: OwnRating | null;
  signedIn: boolean;
}

/** What people who talked to a persona gave it, and the fan's own stars. */
export function RatingSection({ persona, own, signedIn }: RatingSectionProps) {
  const { count, mean } = persona.rating;
  return (
    <section aria-labelledby="rating" className="grid gap-3 border-t border-line pt-8 first:border-t-0 first:pt-0">
      <h2 id="rating" className="text-xl">
        Ratings
      </h2>
      {mean === null ? (
        <p className="text-muted">Nobody has rated them yet.</p>
      ) : (
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-display text-2xl font-semibold tabular-nums">{mean.toFixed(1)}</span>
          <span className="rating-bar" style={{ '--part': mean / 5 } as CSSProperties} aria-hidden="true">
            ★★★★★
          </span>
          <span className="text-muted">
            <span className="sr-only">of 5 stars, </span>
            from {formatCount(count)} {count === 1 ? 'person' : 'people'} who talked to them
          </span>
        </p>
      )}
      {signedIn ? null : (
        <p className="text-sm text-muted">
          <Link href={loginPath(`/p/${persona.slug}`)} className="underline underline-offset-4 hover:text-ink">
            Sign in
          </Link>{' '}
          to rate somebody you talked to.
        </p>
      )}
      {own === null || own.repliesMissing === null ? null : <RateStars persona={persona} own={own} />}
    </section>
  );
}
