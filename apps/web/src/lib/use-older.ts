'use client';

import { useState } from 'react';
import { describeError } from '@/lib/errors';
import { toast } from '@/lib/toast';

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/**
 * A list that began on the server and grows on demand. When the server's page is read again and ends elsewhere than before, what was added to it is dropped:
 * it would no longer join on.
 */
export function useOlder<Item>(first: Page<Item>, get: (cursor: string) => Promise<Page<Item>>) {
  const [added, setAdded] = useState<{ after: string | null; pages: Page<Item>[] }>({ after: null, pages: [] });
  const [busy, setBusy] = useState(false);
  const older = added.after === first.nextCursor ? added.pages : [];
  const { nextCursor } = older.at(-1) ?? first;
  const show = async () => {
    if (nextCursor === null) return;
    setBusy(true);
    try {
      const next = await get(nextCursor);
      setAdded({ after: first.nextCursor, pages: [...older, next] });
    } catch (error) {
      toast({ ...describeError(error), tone: 'danger' });
    } finally {
      setBusy(false);
    }
  };
  return { items: [first, ...older].flatMap((page) => page.items), more: nextCursor === null ? null : { busy, show } };
}
