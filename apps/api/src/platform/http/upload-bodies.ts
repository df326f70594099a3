import { finished, type Readable } from 'node:stream';
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

/** A line that carries nothing for so long is gone, or was never meant to. A slow one has as long as a request may take. */
const STALL_MS = 15_000;

/** The whole body of an upload. Throws `upload_stalled`, what `tooLarge` makes as soon as it is known to have more than `bytesMax`, and whatever `take` throws at the bytes of a part. */
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
  const { promise: whole, resolve, reject } = Promise.withResolvers<void>();
  const stall = setTimeout(() => reject(new AppError('upload_stalled', 'The file stopped coming')), STALL_MS);
  const keep = (part: Buffer): void => {
    stall.refresh();
    sizeBytes += part.length;
    if (sizeBytes > bytesMax) throw tooLarge();
    take?.(part.length);
    parts.push(part);
  };
  const onData = (part: Buffer): void => {
    try {
      keep(part);
    } catch (error) {
      reject(error);
      body.off('data', onData);
    }
  };
  body.on('data', onData);
  const unwatch = finished(body, { writable: false }, (error) => (error ? reject(error) : resolve()));
  try {
    await whole;
    return Buffer.concat(parts, sizeBytes);
  } finally {
    clearTimeout(stall);
    unwatch();
    body.off('data', onData);
    // After a refusal, what still comes is let through unread, within the time that a request has; else the connection would wait for it for ever.
    body.resume();
  }
}
