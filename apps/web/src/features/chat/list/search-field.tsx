import { Search, X } from 'lucide-react';
import { useId } from 'react';
import { buttonClass } from '@/components/ui/button';
import { inputClass } from '@/components/ui/input-class';
import { cn } from '@/lib/cn';

/** The search over the list. */
export function SearchField({ query, onChange }: { query: string; onChange: (query: string) => void }) {
  const id = useId();
  return (
    <search className="relative block px-4 pb-3">
      <label htmlFor={id} className="sr-only">
        Search your chats
      </label>
      <Search size={18} aria-hidden="true" className="absolute top-3.5 left-7.5 text-muted" />
      <input
        id={id}
        type="search"
        value={query}
        onChange={(event) => onChange(event.target.value)}
        maxLength={80}
        placeholder="Search your chats"
        autoComplete="off"
        className={cn(inputClass, 'h-11 rounded-full pr-11 pl-11 [&::-webkit-search-cancel-button]:hidden')}
      />
      {query === '' ? null : (
        <button
          type="button"
          aria-label="Clear the search"
          onClick={() => onChange('')}
          className={buttonClass({ variant: 'ghost', size: 'icon', className: 'absolute top-0 right-4' })}
        >
          <X size={18} aria-hidden="true" />
        </button>
      )}
    </search>
  );
}
