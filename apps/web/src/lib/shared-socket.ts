import type { TroupeSocket } from '@troupe/api-client/socket';
import { connect } from '@troupe/api-client/socket';
import { getAccessToken } from '@/lib/session/client';

let shared: { socket: TroupeSocket; holders: number } | null = null;

/** The one socket of this tab, opened by whoever holds it first and closed when the last one lets go. */
export function holdSocket(apiOrigin: string): { socket: TroupeSocket; release: () => void } {
  shared ??= {
    socket: connect(apiOrigin, getAccessToken, { onProtocolError: (_event, error) => reportError(error) }),
    holders: 0,
  };
  const held = shared;
  held.holders += 1;
  let isHeld = true;
  return {
    socket: held.socket,
    release: () => {
      if (!isHeld) return;
      isHeld = false;
      held.holders -= 1;
      if (held.holders > 0) return;
      held.socket.close();
      if (shared === held) shared = null;
    },
  };
}
