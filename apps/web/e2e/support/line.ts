import type { Page, WebSocketRoute } from '@playwright/test';

export interface Line {
  /** The page has joined its room: from now on it hears everything. */
  joined: Promise<void>;
  /** Drops the socket and refuses every new one. */
  cut: () => Promise<void>;
  /** Lets the page connect again; it does so by itself. */
  mend: () => void;
}

/** Puts a hand on the page's socket, to cut it like a tunnel does. Call it before the page is opened. */
export async function holdLine(page: Page): Promise<Line> {
  let down = false;
  let tellJoined = () => {};
  const joined = new Promise<void>((resolve) => {
    tellJoined = resolve;
  });
  const open = new Set<WebSocketRoute>();
  await page.routeWebSocket(/\/socket\.io\//, async (socket) => {
    if (down) return socket.close();
    const server = socket.connectToServer();
    open.add(socket);
    server.onMessage((packet) => {
      socket.send(packet);
      // An acknowledgement of Socket.IO; the first one a conversation gets is its room's.
      if (/^43\d/.test(packet.toString())) tellJoined();
    });
  });
  return {
    joined,
    cut: async () => {
      down = true;
      await Promise.all([...open].map((socket) => socket.close()));
      open.clear();
    },
    mend: () => {
      down = false;
    },
  };
}
