'use client';

import type { ConversationListItem } from '@troupe/contracts/http/chat';
import { Archive, ArrowLeft } from 'lucide-react';
import { useParams } from 'next/navigation';
import { lazy, Suspense, useCallback, useDeferredValue, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { useConversationList } from './conversation-list-provider';
import { ConversationRow } from './conversation-row';
import { SearchField } from './search-field';
import { useFound } from './use-found';

const ConversationMenu = lazy(() =>
  import('../settings/conversation-menu').then((module) => ({ default: module.ConversationMenu })),
);

/** Everybody the fan talks to: pinned ones first, then the newest; with a search over names, titles and messages. */
export function ConversationList() {
  const { items, hasMore, loadMore, version } = useConversationList();
  const [query, setQuery] = useState('');
  const [archived, setArchived] = useState(false);
  const wanted = useDeferredValue(query.trim());
  const found = useFound(wanted, archived, version);
  const plain = wanted === '' && !archived;
  // Until the house has answered, what is here already is searched.
  const rows = plain ? items : (found.items ?? (archived ? null : hereBy(items, wanted)));
  return (
    <>
      {items.length === 0 && !archived ? null : <SearchField query={query} onChange={setQuery} />}
      {archived ? (
        <div className="px-3 pb-2">
          <button type="button" onClick={() => setArchived(false)} className="text-button px-2">
            <ArrowLeft size={18} aria-hidden="true" /> Back to your chats
          </button>
          <h2 className="px-2 pt-1 text-sm text-muted">Put away</h2>
        </div>
      ) : null}
      {found.problem !== null && !plain ? (
        <p role="alert" className="px-4 pb-3 text-sm text-danger-ink">
          {found.problem}. Only what is here already was searched.
        </p>
      ) : null}
      {rows === null ? <Waiting /> : <Rows rows={rows} />}
      {rows?.length === 0 && !(plain && items.length === 0) ? (
        <Nothing query={query.trim()} archived={archived} onLookFurther={() => setArchived(true)} />
      ) : null}
      {plain && hasMore ? <MoreRows loadMore={loadMore} /> : null}
      {plain ? (
        <div className="px-3 pb-6">
          <button type="button" onClick={() => setArchived(true)} className="text-button px-2 text-muted">
            <Archive size={16} aria-hidden="true" /> Put away
          </button>
        </div>
      ) : null}
    </>
  );
}

function hereBy(items: readonly ConversationListItem[], wanted: string): readonly ConversationListItem[] {
  const words = wanted.toLowerCase();
  return items.filter(({ persona, title, lastText }) =>
    `${persona.name} ${title ?? ''} ${lastText}`.toLowerCase().includes(words),
  );
}

function Rows({ rows }: { rows: readonly ConversationListItem[] }) {
  const { conversationId } = useParams<{ conversationId?: string }>();
  const [menu, setMenu] = useState<{ id: string; anchor: HTMLElement } | null>(null);
  const onMore = useCallback((id: string, anchor: HTMLElement) => setMenu({ id, anchor }), []);
  const item = rows.find((row) => row.id === menu?.id);
  if (rows.length === 0) return null;
  return (
    <>
      <ul aria-label="Chats" className="grid grid-cols-[minmax(0,1fr)] gap-0.5 px-2 pb-4">
        {rows.map((row) => (
          <ConversationRow key={row.id} item={row} open={row.id === conversationId} onMore={onMore} />
        ))}
      </ul>
      {menu === null || item === undefined ? null : (
        <Suspense fallback={null}>
          <ConversationMenu item={item} anchor={menu.anchor} onClose={() => setMenu(null)} />
        </Suspense>
      )}
    </>
  );
}

interface NothingProps {
  query: string;
  archived: boolean;
  onLookFurther: () => void;
}

function Nothing({ query, archived, onLookFurther }: NothingProps) {
  return (
    <div className="grid justify-items-start gap-2 px-4 py-5 text-muted">
      <p role="status">
        {query === ''
          ? 'Nothing is put away. A chat that you put away leaves the list and waits here.'
          : `Nothing was said here about “${query}”.`}
      </p>
      {query === '' || archived ? null : (
        <Button variant="quiet" onClick={onLookFurther}>
          Look among those put away
        </Button>
      )}
    </div>
  );
}

function Waiting() {
  return (
    <div className="grid gap-4 px-5 py-3">
      {[0, 1].map((row) => (
        <div key={row} className="flex items-center gap-3">
          <Skeleton className="size-13 rounded-full" />
          <Skeleton className="h-9 flex-1" />
        </div>
      ))}
    </div>
  );
}

function MoreRows({ loadMore }: { loadMore: () => Promise<void> }) {
  const [loading, setLoading] = useState(false);
  const showMore = async () => {
    setLoading(true);
    await loadMore();
    setLoading(false);
  };
  return (
    <div className="px-4 pb-6">
      <Button variant="quiet" busy={loading} onClick={() => void showMore()} className="w-full">
        Show older chats
      </Button>
    </div>
  );
}
