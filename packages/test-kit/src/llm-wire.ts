import type { ServerResponse } from 'node:http';

/** What a server puts on the wire for one request, and how it ends. */
export interface WireScript {
  kind: 'wire';
  /** 200 and an event stream unless said otherwise. */
  status?: number;
  headers?: Record<string, string>;
  /** Sent one after the other, each in a packet of its own; asked for only as fast as the client reads. May be endless. */
  pieces?: Iterable<string | Uint8Array>;
  /**
   * `end`: in order. `cut`: the connection goes in the middle of the reply. `hang`: nothing more comes until the client leaves.
   * `hang_before_headers`, `cut_before_headers`: not even a status.
   */
  end: 'end' | 'cut' | 'hang' | 'hang_before_headers' | 'cut_before_headers';
}

/** Plays a script to its end, or until the client is gone. */
export async function playOnWire(response: ServerResponse, script: WireScript): Promise<void> {
  if (script.end === 'hang_before_headers') return;
  if (script.end === 'cut_before_headers') {
    response.destroy();
    return;
  }
  response.socket?.setNoDelay(true);
  response.writeHead(script.status ?? 200, script.headers ?? { 'content-type': 'text/event-stream' });
  response.flushHeaders();
  for (const piece of script.pieces ?? []) {
    if (response.destroyed) return;
    await sendPacket(response, piece);
  }
  if (script.end === 'end') response.end();
  if (script.end === 'cut') response.destroy();
}

/** Resolves once the piece was handed to the network and, when its buffers are full, once there is room again. */
async function sendPacket(response: ServerResponse, piece: string | Uint8Array): Promise<void> {
  await new Promise<void>((resolve) => {
    const leave = (): void => resolve();
    response.once('close', leave);
    response.write(piece, () => {
      response.off('close', leave);
      // The next piece waits for the loop to turn, or the two would leave as one packet.
      setImmediate(resolve);
    });
  });
}
