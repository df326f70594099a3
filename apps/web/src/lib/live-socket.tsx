'use client';

import type { SocketStatus, TroupeSocket } from '@troupe/api-client/socket';
import { connect } from '@troupe/api-client/socket';
import type { ReactNode } from 'react';
import { createContext, use, useEffect, useState } from 'react';
import { setBalance } from '@/lib/balance';
import { coinWord, formatCoins } from '@/lib/format';
import { useHouse } from '@/lib/house';
import { getAccessToken } from '@/lib/session/client';
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

/** Opens one socket for everything below it and lets the balance follow it. Only for pages of somebody signed in. */
export function LiveSocketProvider({ children, tellLow = true }: LiveSocketProviderProps) {
  const { apiOrigin } = useHouse();
  const [socket, setSocket] = useState<TroupeSocket | null>(null);
  const [status, setStatus] = useState<SocketStatus>('connecting');
  useEffect(() => {
    const opened = connect(apiOrigin, getAccessToken, { onProtocolError: (_event, error) => reportError(error) });
    opened.on('balance', setBalance);
    opened.on('lowBalance', ({ balanceMicrocoins }) => {
      if (!tellLow) return;
      const left = `${formatCoins(balanceMicrocoins)} ${coinWord(balanceMicrocoins)} left`;
      toast({ title: left, hint: 'Top up in your wallet whenever you like.', tone: 'neutral' });
    });
    opened.onStatus(setStatus);
    setSocket(opened);
    return () => opened.close();
  }, [apiOrigin, tellLow]);
  return <LiveSocketContext value={{ socket, status }}>{children}</LiveSocketContext>;
}
