import * as z from '../zod.ts';

export const liveness = z.strictObject({ status: z.literal('ok') });
export const readiness = z.strictObject({ status: z.enum(['ok', 'unavailable']), database: z.boolean() });
export type Readiness = z.infer<typeof readiness>;
