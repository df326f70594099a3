import * as z from '../zod.ts';

/** How read-aloud sounds: a BCP 47 language, and percent of the usual pitch and pace. What is left out is the listener's own. */
export const personaVoice = z.strictObject({
  language: z.optional(
    z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'must be a language, as en-GB')),
  ),
  pitchPercent: z.optional(z.int().check(z.minimum(50), z.maximum(200))),
  pacePercent: z.optional(z.int().check(z.minimum(50), z.maximum(200))),
});
export type PersonaVoice = z.infer<typeof personaVoice>;
