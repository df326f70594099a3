import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../errors/app-error.ts';

/**
 * Lets the named routes take a file as their body. It is handed on as the stream it is, so nothing of it is read before the guards have let its sender in.
 * Everywhere else such a body is `unsupported_media_type`, as before.
 */
export function uploadBodies(fastify: FastifyInstance, types: RegExp, routes: readonly string[]): void {
  fastify.addContentTypeParser(types, (request, payload, done) => {
    if (routes.includes(request.routeOptions.url ?? '')) done(null, payload);
    else done(new AppError('unsupported_media_type', 'Send JSON: content-type application/json'));
  });
}

/** The whole body of an upload. Throws what `tooLarge` makes as soon as it is known to have more than `bytesMax`, and whatever `take` throws at the bytes of a part. */
export async function readUpload(
  body: Readable,
  declaredBytes: string | undefined,
  bytesMax: number,
  tooLarge: () => AppError,
  take?: (partBytes: number) => void,
): Promise<Buffer> {
  if (Number(declaredBytes ?? 0) > bytesMax) throw tooLarge();
  const parts: Buffer[] = [];
  let sizeBytes = 0;
  try {
    // `destroyOnReturn: false`: the answer still has to go out on this connection.
    for await (const part of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      sizeBytes += part.length;
      if (sizeBytes > bytesMax) throw tooLarge();
      take?.(part.length);
      parts.push(part);
    }
  } catch (error) {
    // What still comes is let through unread, within the time that a request has; else the connection would wait for it for ever.
    body.resume();
    throw error;
  }
  return Buffer.concat(parts, sizeBytes);
}
