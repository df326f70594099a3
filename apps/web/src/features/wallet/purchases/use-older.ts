'use client';

import { useState } from 'react';
import { describeError } from '@/lib/errors';
import { toast } from '@/lib/toast';

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** A list that began on the server and grows on demand. */
export function useOlder<Item>(first: Page<Item>, get: (cursor: string) => Promise<Page<Item>>) {
  const [older, setOlder] = useState<Page<Item>[]>([]);
  const [busy, setBusy] = useState(false);
  const { nextCursor } = older.at(-1) ?? first;
  const showMore = async () => {
    if (nextCursor === null) return;
    setBusy(true);
    try {
      const next = await get(nextCursor);
      setOlder((before) => [...before, next]);
    } catch (error) {
      toast({ ...describeError(error), tone: 'danger' });
    } finally {
      setBusy(false);
    }
  };
  return { items: [first, ...older].flatMap((page) => page.items), nextCursor, busy, showMore };
}
