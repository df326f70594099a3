import type { IncomingMessage } from 'node:http';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LIMITS } from '@troupe/contracts/limits';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.ts';
import type { Env } from './platform/config/env.ts';
import { renderError } from './platform/errors/http-error.filter.ts';
import { toAppError } from './platform/errors/to-app-error.ts';
import { uploadBodies } from './platform/http/upload-bodies.ts';
import { newId } from './platform/ids/ids.ts';
import type { LogSink } from './platform/logging/logging.module.ts';
import { mediaFiles } from './platform/media/media-files.ts';
import type { MediaStore } from './platform/media/media-store.ts';
import { MEDIA_STORE } from './platform/media/picture-library.service.ts';
import { RealtimeAdapter } from './platform/realtime/realtime.adapter.ts';

const REQUEST_ID = /^[\w-]{8,64}$/;
/** The largest file, 32 MB, over a line of 2 Mbit/s. Nothing is held for a request that is slow but the bytes that came of it. */
const REQUEST_TIMEOUT_MS = 120_000;
/** Of a request's headers. */
const HEADERS_TIMEOUT_MS = 10_000;
/** How often it is looked who is late. */
const LATE_REQUESTS_INTERVAL_MS = 5_000;
/** Whose bodies are files. */
const CARD_ROUTES = ['/creator/persona/import', '/creator/persona/import/preview'];
const UPLOAD_ROUTES = ['/creator/images', ...CARD_ROUTES];
/** Whose bodies are files of any kind, or parts of them. */
const FILE_ROUTES = ['/creator/training-data/:id/parts/:offsetBytes', ...CARD_ROUTES];
/** Routes whose JSON may be longer than elsewhere, in bytes. */
const BODY_LIMITS = new Map([
  ['/creator/persona/:id', LIMITS.personaBodyBytesMax],
  ['/creator/persona/:id/lorebook', LIMITS.lorebookBodyBytesMax],
  ['/creator/persona/:id/lorebook/entries', LIMITS.loreEntryBodyBytesMax],
  ['/creator/persona/:id/lorebook/entries/:entryId', LIMITS.loreEntryBodyBytesMax],
  ['/creator/persona/:id/lorebook/trial', LIMITS.loreEntryBodyBytesMax],
]);

/** Builds the whole API for a configuration; the caller listens and closes. Tests boot it exactly like `main.ts`, but for reading its `log`. */
export async function createApp(env: Env, log?: LogSink): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: LIMITS.httpBodyBytesMax,
    requestTimeout: REQUEST_TIMEOUT_MS,
    http: { headersTimeout: HEADERS_TIMEOUT_MS, connectionsCheckingInterval: LATE_REQUESTS_INTERVAL_MS },
    // A URL that can't even be decoded never reaches a route, nor the filter.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      const refusal = toAppError(error);
      void reply.status(refusal.statusCode).send(renderError(refusal, String(request.id)));
    },
    genReqId: (request: IncomingMessage) => {
      const given = request.headers['x-request-id'];
      const id = typeof given === 'string' && REQUEST_ID.test(given) ? given : newId();
      return Object.assign(request, { id }).id;
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(env, log), adapter, {
    rawBody: true,
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  await app.register(helmet);
  await app.register(mediaFiles, {
    directory: env.MEDIA_DIR,
    store: app.get<MediaStore>(MEDIA_STORE, { strict: false }),
  });
  adapter.getInstance().addHook('onRoute', (route) => {
    const limit = BODY_LIMITS.get(route.url);
    if (limit !== undefined) route.bodyLimit = limit;
  });
  uploadBodies(adapter.getInstance(), /^(image\/|application\/zip$)/, UPLOAD_ROUTES);
  uploadBodies(adapter.getInstance(), /^application\/octet-stream/, FILE_ROUTES);
  app.enableCors({
    origin: new URL(env.WEB_URL).origin,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    maxAge: 600,
  });
  adapter.getInstance().addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.useWebSocketAdapter(new RealtimeAdapter(app, new URL(env.WEB_URL).origin));
  // Without this Nest ends the process by the same signal, and a clean stop would look like a crash.
  app.enableShutdownHooks([], { useProcessExit: true });
  return app;
}
