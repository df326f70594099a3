import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { Env } from '../config/env.ts';

/** Takes the log, a line of JSON at a time. */
export interface LogSink {
  write(line: string): void;
}

/** Logs go to standard output, or to `sink`. They name the path without its query and no header at all: tokens travel in both. */
export function loggingModule(env: Env, sink?: LogSink): DynamicModule {
  const options = {
    level: env.LOG_LEVEL,
    genReqId: (request: IncomingMessage) => String(request.id ?? ''),
    serializers: {
      req: (request: { id: unknown; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split('?', 1)[0],
      }),
      res: (response: { statusCode: number }) => ({ statusCode: response.statusCode }),
    },
    customLogLevel: (_request: IncomingMessage, response: ServerResponse) =>
      response.statusCode >= 500 ? ('error' as const) : ('debug' as const),
  };
  return LoggerModule.forRoot({ pinoHttp: sink === undefined ? options : [options, sink] });
}
