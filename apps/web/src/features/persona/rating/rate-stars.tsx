'use client';

import type { OwnRating } from '@troupe/contracts/http/discovery';
import { useRouter } from 'next/navigation';
import { useId, useRef, useState } from 'react';
import { cn } from '@/lib/cn';
import { describeError } from '@/lib/errors';
import { toast } from '@/lib/toast';

const STARS = [1, 2, 3, 4, 5];

interface RateStarsProps {
  persona: { id: string; name: string };
  own: OwnRating;
}

/** One's own stars: set at once and taken back when the server says no. Before enough was said, how much is missing. */
export function RateStars({ persona, own }: RateStarsProps) {
  const router = useRouter();
  const name = useId();
  const [stars, setStars] = useState(own.stars);
  const row = useRef<HTMLSpanElement>(null);
  const missing = own.repliesMissing ?? 0;

  async function give(next: number | null) {
    const before = stars;
    setStars(next);
    try {
      const { browserApi } = await import('@/lib/api/browser');
      if (next === null) await browserApi.personas.takeBackRating(persona.id);
      else await browserApi.personas.rate(persona.id, { stars: next });
      router.refresh();
    } catch (error) {
      setStars(before);
      toast({ ...describeError(error), tone: 'danger' });
    }
  }

  /** The button goes with the stars: whoever pressed it by key goes on at the first of them. */
  function takeBack() {
    row.current?.querySelector('input')?.focus();
    return give(null);
  }

  if (missing > 0) {
    return (
      <p className="text-sm text-muted">
        You can rate <bdi>{persona.name}</bdi> after {missing} more paid {missing === 1 ? 'reply' : 'replies'}.
      </p>
    );
  }
  return (
    <fieldset className="rate-stars">
      <legend className="text-sm font-medium">{stars === null ? 'How were they?' : 'Your rating'}</legend>
      <span className="flex flex-wrap items-center gap-x-2">
        <span ref={row} className="rate-stars-row">
          {STARS.map((star) => (
            <label key={star} className={cn('rate-star', stars !== null && star <= stars && 'rate-star-lit')}>
              <input
                type="radio"
                name={name}
                value={star}
                checked={stars === star}
                onChange={() => give(star)}
                className="sr-only"
              />
              <span aria-hidden="true">★</span>
              <span className="sr-only">
                {star} {star === 1 ? 'star' : 'stars'}
              </span>
            </label>
          ))}
        </span>
        {stars === null ? null : (
          <button type="button" onClick={takeBack} className="rate-stars-back">
            Take back
          </button>
        )}
      </span>
    </fieldset>
  );
}
