import Razorpay from 'razorpay';
import { z } from 'zod';
import { ProviderFault } from '../payment-provider.ts';
import { faultOfReply, faultOfSilence } from './razorpay-faults.ts';
import type { RazorpaySettings } from './razorpay-settings.ts';

/** Far above the longest list that is asked for. */
const REPLY_BYTES_MAX = 2 * 1024 * 1024;

interface RequestOptions {
  method: 'get' | 'post';
  url: string;
  params?: Record<string, string | number>;
  data?: object;
  headers?: Record<string, string>;
}

/** The part of the SDK's axios instance that is used here; the SDK's types don't tell of it, nor do its options reach it. */
interface Transport {
  defaults: { baseURL?: string; maxRedirects?: number; maxContentLength?: number };
  interceptors: {
    request: { use(onRequest: (config: { signal?: AbortSignal }) => object): number };
    response: { use(onReply: null, onError: (error: unknown) => Promise<never>): number };
  };
  request(options: RequestOptions): Promise<{ data: unknown }>;
}

/**
 * An axios error carries the whole request, its password included: this one is all that is let out of the transport. The SDK looks for `response.status` and
 * `response.data.error`, and would fall over a lost connection, which has no response.
 */
class WireError extends Error {
  override readonly name = 'WireError';
  readonly response: { status: number; data: { error: unknown } };

  constructor(
    /** null when no reply came. */
    readonly status: number | null,
    readonly code: unknown,
    error: unknown,
  ) {
    super('Razorpay was asked in vain');
    this.response = { status: status ?? NO_REPLY, data: { error: status === null ? { code } : error } };
  }
}
const NO_REPLY = 0;

const axiosError = z.looseObject({
  code: z.string().optional().catch(undefined),
  response: z.looseObject({ status: z.int(), data: z.unknown() }).optional().catch(undefined),
});
const replyBody = z.looseObject({ error: z.unknown() });
const sdkError = z.looseObject({ statusCode: z.int(), error: z.unknown() });

/** Razorpay's SDK with our address, time limits and faults. Each call's `doing` completes "Razorpay did not …" in the log. */
export class RazorpayWire {
  readonly #sdk: Razorpay;
  readonly #transport: Transport;

  constructor({ keyId, keySecret, apiUrl, timeoutMs }: RazorpaySettings) {
    this.#sdk = new Razorpay({ key_id: keyId, key_secret: keySecret });
    this.#transport = (this.#sdk.api as unknown as { rq: Transport }).rq;
    Object.assign(this.#transport.defaults, {
      baseURL: apiUrl,
      // A redirect would take the password along.
      maxRedirects: 0,
      maxContentLength: REPLY_BYTES_MAX,
    });
    // Not axios' own timeout, which starts anew with every byte that comes.
    this.#transport.interceptors.request.use((config) =>
      Object.assign(config, { signal: AbortSignal.timeout(timeoutMs) }),
    );
    this.#transport.interceptors.response.use(null, (error) => Promise.reject(bare(error)));
  }

  /** A call that the SDK has a method for. */
  ask<Shape extends z.ZodType>(
    doing: string,
    shape: Shape,
    call: (sdk: Razorpay) => Promise<unknown>,
  ): Promise<z.infer<Shape>> {
    return understood(doing, shape, () => call(this.#sdk));
  }

  /** A call that it has none for: RazorpayX, and whatever takes a header of its own. */
  send<Shape extends z.ZodType>(doing: string, shape: Shape, options: RequestOptions): Promise<z.infer<Shape>> {
    return understood(doing, shape, async () => (await this.#transport.request(options)).data);
  }
}

async function understood<Shape extends z.ZodType>(
  doing: string,
  shape: Shape,
  call: () => Promise<unknown>,
): Promise<z.infer<Shape>> {
  let reply: unknown;
  try {
    reply = await call();
  } catch (error) {
    throw faultOf(doing, error);
  }
  const parsed = shape.safeParse(reply);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new ProviderFault('nonsense', `Razorpay did not ${doing} in a form that we know: ${where || 'no object'}`);
}

function bare(error: unknown): WireError {
  const { code, response } = axiosError.safeParse(error).data ?? {};
  return new WireError(response?.status ?? null, code, replyBody.safeParse(response?.data).data?.error);
}

function faultOf(doing: string, error: unknown): ProviderFault {
  if (error instanceof WireError) return faultFrom(doing, error.response.status, error.response.data.error);
  const told = sdkError.safeParse(error);
  if (told.success) return faultFrom(doing, told.data.statusCode, told.data.error);
  return new ProviderFault(
    'nonsense',
    `Razorpay's library did not ${doing}`,
    error instanceof Error ? error.name : null,
  );
}

function faultFrom(doing: string, status: number, error: unknown): ProviderFault {
  if (status !== NO_REPLY) return faultOfReply(doing, status, error);
  return faultOfSilence(doing, z.looseObject({ code: z.string() }).safeParse(error).data?.code);
}
