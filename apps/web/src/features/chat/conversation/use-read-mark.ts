'use client';

import { useEffect, useState } from 'react';
import { chatApi } from '@/lib/api/chat';
import type { Line } from '../transcript/lines';
import { isFinal } from '../transcript/lines';

/** Tells the house that the newest whole reply was seen: when it is here and somebody looks at the page. */
export function useReadMark(conversationId: string, lines: readonly Line[]): void {
  const last = lines.findLast((line) => line.kind === 'reply' && isFinal(line.status));
  const visible = usePageVisible();
  const lastId = last?.id;
  useEffect(() => {
    if (!visible || lastId == null) return;
    // A dot in a list: it comes right with the next reply, and nobody has to hear of it.
    chatApi.markRead(conversationId).catch(() => undefined);
  }, [conversationId, lastId, visible]);
}

function usePageVisible(): boolean {
  const [visible, setVisible] = useState(true);
  useEffect(() => {
    const look = () => setVisible(document.visibilityState === 'visible');
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return visible;
}
