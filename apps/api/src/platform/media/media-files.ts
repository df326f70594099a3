import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { notFound } from '../errors/app-error.ts';
import { renderError } from '../errors/http-error.filter.ts';
import { toAppError } from '../errors/to-app-error.ts';
import type { MediaStore } from './media-store.ts';

const YEAR_MS = 365 * 86_400_000;
const UPLOAD = /^[0-9a-f]{32}-\d{1,5}\.webp$/;

/**
 * Serves rendered pictures under `/media`. Their names carry a hash of the content, so they may be kept for ever. Uploads in a store that nothing else
 * serves go through here, so that pages name no other host.
 */
export async function mediaFiles(
  fastify: FastifyInstance,
  { directory, store }: { directory: string; store: MediaStore },
): Promise<void> {
  const root = resolve(directory);
  await mkdir(root, { recursive: true });
  await fastify.register(fastifyStatic, {
    root,
    prefix: '/media/',
    maxAge: YEAR_MS,
    immutable: true,
    index: false,
    dotfiles: 'deny',
    // Shown inside the web app's pages, which are another origin when it is not the proxy.
    setHeaders: (reply) => void reply.header('cross-origin-resource-policy', 'cross-origin'),
  });
  if (!store.isApart) return;
  fastify.get<{ Params: { name: string } }>('/media/uploads/:name', async (request, reply) => {
    try {
      const found = UPLOAD.test(request.params.name) ? await store.read(`uploads/${request.params.name}`) : undefined;
      if (found === undefined) throw notFound('This picture');
      reply
        .header('content-type', 'image/webp')
        .header('cache-control', `public, max-age=${YEAR_MS / 1000}, immutable`);
      reply.header('cross-origin-resource-policy', 'cross-origin');
      if (found.sizeBytes !== undefined) reply.header('content-length', found.sizeBytes);
      return reply.send(found.body);
    } catch (error) {
      const refusal = toAppError(error);
      return reply.status(refusal.statusCode).send(renderError(refusal, String(request.id)));
    }
  });
}
