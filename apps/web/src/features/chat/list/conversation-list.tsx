'use client';

import { Search, X } from 'lucide-react';
import { useParams } from 'next/navigation';
import { useDeferredValue, useId, useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { inputClass } from '@/components/ui/field';
import { cn } from '@/lib/cn';
import { useConversationList } from './conversation-list-provider';
import { ConversationRow } from './conversation-row';

/** Everybody the fan talks to, newest first, with a search over names and last lines. */
export function ConversationList() {
  const { items, hasMore, loadMore } = useConversationList();
  const [query, setQuery] = useState('');
  const [loading, setLoading] = useState(false);
  const wanted = useDeferredValue(query.trim().toLowerCase());
  const { conversationId } = useParams<{ conversationId?: string }>();
  const found = items.filter(
    ({ persona, lastText }) => wanted === '' || `${persona.name} ${lastText}`.toLowerCase().includes(wanted),
  );
  const showMore = async () => {
    setLoading(true);
    await loadMore();
    setLoading(false);
  };
  return (
    <>
      {items.length < 2 ? null : <SearchField query={query} onChange={setQuery} />}
      {found.length > 0 ? (
        <ul aria-label="Chats" className="grid gap-0.5 px-2 pb-4">
          {found.map((item) => (
            <ConversationRow key={item.id} item={item} open={item.id === conversationId} />
          ))}
        </ul>
      ) : null}
      {found.length === 0 && items.length > 0 ? (
        <p role="status" className="px-4 py-6 text-muted">
          Nobody here answers to “{query.trim()}”.
        </p>
      ) : null}
      {hasMore ? (
        <div className="px-4 pb-6">
          <Button variant="quiet" busy={loading} onClick={showMore} className="w-full">
            Show older chats
          </Button>
        </div>
      ) : null}
    </>
  );
}

function SearchField({ query, onChange }: { query: string; onChange: (query: string) => void }) {
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
