import type { CallOptions } from './transport.ts';

export interface PageOptions extends CallOptions {
  cursor?: string | undefined;
  limit?: number | undefined;
}
