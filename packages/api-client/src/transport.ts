import { errorBody } from '@troupe/contracts/errors';
import { IDEMPOTENCY_KEY_HEADER } from '@troupe/contracts/http/wire';
import { ApiError } from './api-error.ts';

/** The part of a zod schema that this package needs. */
interface Schema<Output> {
  safeParse(input: unknown): { success: true; data: Output } | { success: false; error: Error };
}

/**
 * Gives the access token, or null for a visitor. With `renew` the last token was refused: fetch a new one, and answer
 * null when the session is over.
 */
export type GetToken = (options: { renew: boolean }) => Promise<string | null>;

export interface ApiClientOptions {
  /** Where the API answers, without a trailing slash: an origin, or `/api` behind the web app. */
  baseUrl: string;
  getToken?: GetToken;
  /** Sent with every request, for instance `x-forwarded-for` when a server calls on behalf of a browser. */
  headers?: Record<string, string>;
  /** Deadline of one call, the retry after a renewed token included. */
  timeoutMs?: number;
  fetch?: typeof globalThis.fetch;
}

export interface CallOptions {
  signal?: AbortSignal | undefined;
}

interface Call<Output> extends CallOptions {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  /** A file as the body, with its own type, in place of `body`. */
  file?: Blob;
  /** In place of the client's deadline. */
  timeoutMs?: number;
  /** Absent: the answer has no body worth reading. */
  answer?: Schema<Output>;
  /** Reads an answer that is not JSON, in place of `answer`. */
  read?: (response: Response) => Promise<Output>;
  /** Names a request that must happen once; a retry with the same key gets the first answer. */
  idempotencyKey?: string;
  /** False for routes that open or close a session: a 401 there is the answer, not an expired token. */
  authorized?: boolean;
}

/**
 * A write up to this size, of at most three bytes a character, goes on when its page is left before it is answered. Browsers hold 64 kB of such bodies for a
 * page, all together, and refuse what is beyond (Fetch, "HTTP-network-or-cache fetch"); larger ones are forms, whose pages ask before they are left.
 */
const KEPT_ALIVE_CHARS_MAX = 2_000;

/** Reads and writes are short; a call that takes longer than this has lost its server. */
const DEFAULT_TIMEOUT_MS = 15_000;

export type Transport = <Output = undefined>(call: Call<Output>) => Promise<Output>;

export interface OnceOptions extends CallOptions {
  /** Made once per intention, not per attempt: a retry with it can't move the coins twice. */
  idempotencyKey: string;
}

/** One function that sends a call and answers with its parsed body, or throws an `ApiError`. */
export function createTransport(options: ApiClientOptions): Transport {
  return async function send<Output>(call: Call<Output>): Promise<Output> {
    const deadline = AbortSignal.timeout(call.timeoutMs ?? options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
    const signal = call.signal === undefined ? deadline : AbortSignal.any([deadline, call.signal]);
    const authorized = call.authorized ?? true;
    try {
      const token = authorized ? ((await options.getToken?.({ renew: false })) ?? null) : null;
      const response = await request(options, call, token, signal);
      if (response.ok) return await readAnswer(response, call);
      const error = await readError(response);
      if (!authorized || error.code !== 'unauthenticated' || options.getToken === undefined) throw error;
      const renewed = await options.getToken({ renew: true });
      if (renewed === null || renewed === token) throw error;
      const again = await request(options, call, renewed, signal);
      if (again.ok) return await readAnswer(again, call);
      throw await readError(again);
    } catch (error) {
      throw asApiError(error, deadline, call.signal);
    }
  };
}

function request<Output>(options: ApiClientOptions, call: Call<Output>, token: string | null, signal: AbortSignal) {
  const headers = new Headers(options.headers);
  headers.set('accept', 'application/json');
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  if (call.idempotencyKey !== undefined) headers.set(IDEMPOTENCY_KEY_HEADER, call.idempotencyKey);
  const init: RequestInit = { method: call.method, headers, signal, cache: 'no-store', credentials: 'omit' };
  let isSmall = true;
  if (call.body !== undefined) {
    headers.set('content-type', 'application/json');
    init.body = JSON.stringify(call.body);
    isSmall = init.body.length <= KEPT_ALIVE_CHARS_MAX;
  } else if (call.file !== undefined) {
    headers.set('content-type', call.file.type);
    init.body = call.file;
    isSmall = false;
  }
  // A tap on follow or like counts, also when its page is gone before the answer.
  if (isSmall && call.method !== 'GET') init.keepalive = true;
  const send = options.fetch ?? globalThis.fetch;
  return send(options.baseUrl + call.path + queryString(call.query), init);
}

function queryString(query: Call<unknown>['query']): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') params.set(name, String(value));
  }
  return params.size === 0 ? '' : `?${params}`;
}

async function readAnswer<Output>(response: Response, call: Call<Output>): Promise<Output> {
  if (call.read !== undefined) return call.read(response);
  // A call without a schema promises `undefined`, which is what `Output` is then.
  if (call.answer === undefined) return undefined as Output;
  const parsed = call.answer.safeParse(await response.json());
  if (parsed.success) return parsed.data;
  throw new ApiError({
    code: 'bad_answer',
    status: response.status,
    message: `${call.method} ${call.path} answered outside its contract`,
    requestId: response.headers.get('x-request-id'),
    cause: parsed.error,
  });
}

async function readError(response: Response): Promise<ApiError> {
  const text = await response.text();
  const parsed = errorBody.safeParse(parseJson(text));
  if (parsed.success) {
    const { code, message, requestId, details, statusCode } = parsed.data;
    return new ApiError({ code, status: statusCode, message, requestId, details });
  }
  return new ApiError({
    // A proxy in between answers in its own words when the API is away.
    code: response.status >= 500 ? 'network' : 'bad_answer',
    status: response.status,
    message: `The server answered ${response.status}`,
    requestId: response.headers.get('x-request-id'),
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is a case of its own for the caller: the schema refuses undefined.
    return undefined;
  }
}

function asApiError(error: unknown, deadline: AbortSignal, own: AbortSignal | undefined): ApiError {
  if (error instanceof ApiError) return error;
  if (own?.aborted) return new ApiError({ code: 'aborted', status: 0, message: 'Cancelled', cause: error });
  if (deadline.aborted) return new ApiError({ code: 'timeout', status: 0, message: 'No answer in time', cause: error });
  if (error instanceof SyntaxError) {
    return new ApiError({ code: 'bad_answer', status: 0, message: 'The answer was not JSON', cause: error });
  }
  return new ApiError({ code: 'network', status: 0, message: 'The server could not be reached', cause: error });
}
