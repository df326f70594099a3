'use client';

import type { CreatorOverview } from '@troupe/contracts/http/analytics';
import { useEffect, useState } from 'react';
import { browserApi } from '@/lib/api/browser';
import { useLiveSocket } from '@/lib/live-socket';
import { addEarning } from './earnings';

/** A burst of earnings is followed by one question for the exact figures. */
const SETTLE_MS = 1_500;

/** The overview as the server rendered it, raised by every earning that comes in, and then set right by the server. */
export function useLiveOverview(userId: string, initial: CreatorOverview): CreatorOverview {
  const { socket, status } = useLiveSocket();
  const [overview, setOverview] = useState(initial);

  useEffect(() => {
    if (socket === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      browserApi.analytics.creatorOverview(userId).then(setOverview, reportError);
    };
    const off = socket.on('earning', (earning) => {
      setOverview((current) => addEarning(current, earning, titleOf(current)));
      clearTimeout(timer);
      timer = setTimeout(refresh, SETTLE_MS);
    });
    return () => {
      clearTimeout(timer);
      off();
    };
  }, [socket, userId]);

  const online = status === 'online';
  useEffect(() => {
    // What came in while the line was down, or between the server's render and now.
    if (online) browserApi.analytics.creatorOverview(userId).then(setOverview, reportError);
  }, [online, userId]);

  return overview;
}

/** The event names the persona by id only; with one persona in the list it is that one, else the server tells. */
function titleOf({ recent }: CreatorOverview): string {
  const titles = new Set(recent.map((entry) => entry.title));
  const [only] = titles;
  return titles.size === 1 && only !== undefined ? only : 'One of your personas';
}
