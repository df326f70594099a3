/** The codes that a fan can meet (contracts/errors.ts). */
export type ProviderFailure = 'provider_failed' | 'provider_timeout' | 'provider_empty';

/** What went wrong, as far as it decides what to do next. */
export type FailureKind =
  /** No connection, or one that broke before an answer began. */
  | 'unreachable'
  /** 401, 402, 403: a wrong key, or no credit. Only a person can help. */
  | 'credentials'
  /** Another 4xx, or an error event that says so: this request is not to their liking. */
  | 'refused'
  /** 429: asked too often. */
  | 'rate_limited'
  /** 5xx, 408, or an error event in the stream. */
  | 'overloaded'
  /** What came is not the protocol: no JSON, a line without an end, no event stream. */
  | 'garbage'
  /** The stream ended before it was finished. */
  | 'cut'
  | 'timeout'
  | 'empty'
  /** Nobody was asked: every provider rests, or none has the model. */
  | 'unavailable';

export interface FailureDetail {
  kind: FailureKind;
  status?: number | undefined;
  /** How long the provider asks to be left alone. */
  retryAfterMs?: number | undefined;
}

interface Treatment {
  /** The same provider may be asked again, as long as nothing was delivered. */
  retry: boolean;
  /** Counts against the provider's health; a request that nobody could have answered doesn't. */
  blames: boolean;
}

/** What is done about each kind before the first token. The next provider of the chain is asked in every case; after the first token, nobody is. */
export const TREATMENTS = {
  unreachable: { retry: true, blames: true },
  credentials: { retry: false, blames: true },
  refused: { retry: false, blames: false },
  rate_limited: { retry: true, blames: true },
  overloaded: { retry: true, blames: true },
  garbage: { retry: false, blames: true },
  cut: { retry: true, blames: true },
  // The wait was the retry: another one would cost the fan the same time again.
  timeout: { retry: false, blames: true },
  empty: { retry: false, blames: false },
  unavailable: { retry: false, blames: false },
} as const satisfies Record<FailureKind, Treatment>;

export function kindOfStatus(status: number): FailureKind {
  if (status === 401 || status === 402 || status === 403) return 'credentials';
  if (status === 429) return 'rate_limited';
  if (status >= 500 || status === 408) return 'overloaded';
  return 'refused';
}

/** `Retry-After` in milliseconds, from seconds or an HTTP date (RFC 9110 §10.2.3); undefined when it says neither. Never negative. */
export function readRetryAfter(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d{1,9}(\.\d{1,9})?$/.test(text)) return Math.ceil(Number(text) * 1_000);
  const at = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs);
}

const RETRY_BASE_MS = 250;
const RETRY_CAP_MS = 2_000;

/**
 * How long to wait before attempt `attempt` + 1: doubling with jitter, and not before the provider wants to be asked again.
 * `random` is from 0 to 1; without it all whom one outage hit would come back at the same moment.
 */
export function retryDelayMs(attempt: number, retryAfterMs: number | undefined, random: number): number {
  const step = Math.min(RETRY_BASE_MS * 2 ** (attempt - 1), RETRY_CAP_MS);
  const jittered = Math.round(step * (0.5 + random / 2));
  return retryAfterMs === undefined ? jittered : retryAfterMs + Math.round((RETRY_BASE_MS * random) / 2);
}

/** Codes of providers are single words; anything else is text, may quote somebody, and stays out of logs. */
const CODE_WORD = /^[\w.-]{1,60}$/;
export function codeWord(value: unknown): string {
  const word = typeof value === 'number' ? String(value) : value;
  return typeof word === 'string' && CODE_WORD.test(word) ? word : 'none';
}
