'use client';

import type { SocketStatus, TroupeSocket } from '@troupe/api-client/socket';
import type { ReactNode } from 'react';
import { createContext, use, useEffect, useState } from 'react';
import { setBalance } from '@/lib/balance';
import { coinWord, formatCoins } from '@/lib/format';
import { useHouse } from '@/lib/house';
import { holdSocket } from '@/lib/shared-socket';
import { toast } from '@/lib/toast';

interface LiveSocket {
  /** Null until the page has come alive in the browser. */
  socket: TroupeSocket | null;
  status: SocketStatus;
}

const LiveSocketContext = createContext<LiveSocket>({ socket: null, status: 'connecting' });

export function useLiveSocket(): LiveSocket {
  return use(LiveSocketContext);
}

interface LiveSocketProviderProps {
  children: ReactNode;
  /** False where a page says itself that few coins are left. */
  tellLow?: boolean;
}

/** Holds the tab's socket for everything below it and lets the balance follow it. Only for pages of somebody signed in. */
export function LiveSocketProvider({ children, tellLow = true }: LiveSocketProviderProps) {
  const { apiOrigin } = useHouse();
  const [socket, setSocket] = useState<TroupeSocket | null>(null);
  const [status, setStatus] = useState<SocketStatus>('connecting');
  useEffect(() => {
    const { socket: held, release } = holdSocket(apiOrigin);
    const unheardBalance = held.on('balance', setBalance);
    const unheardLow = held.on('lowBalance', ({ balanceMicrocoins }) => {
      if (!tellLow) return;
      const left = `${formatCoins(balanceMicrocoins)} ${coinWord(balanceMicrocoins)} left`;
      toast({ title: left, hint: 'Top up in your wallet whenever you like.', tone: 'neutral' });
    });
    const unheardStatus = held.onStatus(setStatus);
    setSocket(held);
    return () => {
      unheardBalance();
      unheardLow();
      unheardStatus();
      release();
    };
  }, [apiOrigin, tellLow]);
  return <LiveSocketContext value={{ socket, status }}>{children}</LiveSocketContext>;
}
