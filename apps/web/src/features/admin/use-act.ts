'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { describeError } from '@/lib/errors';
import { toast } from '@/lib/toast';

/** One act of an admin at a time: done, said, and the page read again. */
export function useAct() {
  const router = useRouter();
  const [busy, setBusy] = useState<string | null>(null);
  const act = async (what: string, done: string, call: () => Promise<unknown>): Promise<boolean> => {
    setBusy(what);
    try {
      await call();
      toast({ title: done, tone: 'success' });
      return true;
    } catch (error) {
      toast({ ...describeError(error), tone: 'danger' });
      return false;
    } finally {
      setBusy(null);
      router.refresh();
    }
  };
  return { busy, act };
}
