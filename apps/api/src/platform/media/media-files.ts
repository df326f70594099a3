import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const YEAR_MS = 365 * 86_400_000;

/** Serves rendered pictures under `/media`. Their names carry a hash of the content, so they may be kept for ever. */
export async function mediaFiles(fastify: FastifyInstance, options: { directory: string }): Promise<void> {
  const root = resolve(options.directory);
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
}
