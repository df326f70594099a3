'use client';

import { PERSONA_CATEGORIES, type PersonaCategory } from '@troupe/contracts/persona-categories';
import { SlidersHorizontal } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import { Sheet } from '@/components/ui/sheet';
import type { DiscoverQuery } from './discover-query';
import { discoverHref, filterCount } from './discover-query';
import { MatureWish } from './mature-wish';

const LANGUAGES = ['en', 'es', 'pt', 'fr', 'de', 'it', 'hi', 'ja', 'ko', 'zh', 'ar', 'ru'];
const PRICES_COINS = [1, 2, 3, 5, 10];

type Choices = Pick<DiscoverQuery, 'category' | 'language' | 'maxCoins'>;

/** What the wall is narrowed down by beside a tag: from below on a phone, in the middle elsewhere. */
export function FilterSheet({ query, signedIn }: { query: DiscoverQuery; signedIn: boolean }) {
  const [open, setOpen] = useState(false);
  const count = filterCount(query);
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)} aria-haspopup="dialog">
        <SlidersHorizontal size={18} strokeWidth={1.8} aria-hidden="true" />
        Filters
        {count === 0 ? null : <span className="filter-count">{count}</span>}
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title="Narrow it down">
        <FilterForm query={query} signedIn={signedIn} onDone={() => setOpen(false)} />
      </Sheet>
    </>
  );
}

function FilterForm({ query, signedIn, onDone }: { query: DiscoverQuery; signedIn: boolean; onDone: () => void }) {
  const router = useRouter();
  const [searching, startSearch] = useTransition();
  const [choices, setChoices] = useState<Choices>(query);
  const { category, language, maxCoins } = choices;

  function show(next: Choices) {
    startSearch(() => {
      router.push(discoverHref(query, next), { scroll: false });
      onDone();
    });
  }

  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        show({ category, language, maxCoins });
      }}
    >
      <SelectField
        label="Kind"
        value={category ?? ''}
        onChange={({ target }) =>
          setChoices({ ...choices, category: (target.value || null) as PersonaCategory | null })
        }
      >
        <option value="">Any kind</option>
        {Object.entries(PERSONA_CATEGORIES).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <SelectField
        label="Speaks"
        value={language ?? ''}
        onChange={({ target }) => setChoices({ ...choices, language: target.value || null })}
      >
        <option value="">Any language</option>
        {LANGUAGES.map((value) => (
          <option key={value} value={value}>
            {new Intl.DisplayNames('en', { type: 'language' }).of(value)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label="A message costs"
        value={maxCoins ?? ''}
        onChange={({ target }) => setChoices({ ...choices, maxCoins: Number(target.value) || null })}
      >
        <option value="">Any price</option>
        {PRICES_COINS.map((coins) => (
          <option key={coins} value={coins}>
            Up to {coins} {coins === 1 ? 'coin' : 'coins'}
          </option>
        ))}
      </SelectField>
      {signedIn ? <MatureWish /> : null}
      <div className="flex flex-wrap gap-3 pt-1">
        <button type="submit" className={buttonClass()} disabled={searching}>
          Show them
        </button>
        {filterCount(query) === 0 ? null : (
          <Button variant="ghost" onClick={() => show({ category: null, language: null, maxCoins: null })}>
            Clear filters
          </Button>
        )}
      </div>
    </form>
  );
}
