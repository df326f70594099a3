import * as z from '../zod.ts';
import { instant } from './common.ts';

/** Why a provider didn't deliver; docs/providers.md tells what is done about each. */
export const llmFailureKind = z.enum([
  'unreachable',
  'credentials',
  'refused',
  'rate_limited',
  'overloaded',
  'garbage',
  'cut',
  'timeout',
  'empty',
  'unavailable',
]);

/** A provider as the answering process has met it since its start. */
export const llmProviderHealth = z.strictObject({
  name: z.string(),
  /** The upstream model for troupe-chat. */
  model: z.string(),
  /** True for the built-in demo voice. */
  isDemo: z.boolean(),
  /** `open`: not asked until `probeAt`; `half_open`: the next request finds out. */
  breaker: z.enum(['closed', 'open', 'half_open']),
  probeAt: z.nullable(instant),
  failuresInWindow: z.int(),
  lastAnswerAt: z.nullable(instant),
  lastFailure: z.nullable(z.strictObject({ at: instant, kind: llmFailureKind, status: z.nullable(z.int()) })),
  /** The last answer was about the key or the credit: it stays so until somebody does something. */
  needsAttention: z.boolean(),
});

/** For admins: who is asked, in that order, and who could be. */
export const llmProviders = z.strictObject({
  providers: z.array(llmProviderHealth),
  unused: z.array(z.strictObject({ name: z.string(), setting: z.string(), isConfigured: z.boolean() })),
});
export type LlmProviders = z.infer<typeof llmProviders>;
