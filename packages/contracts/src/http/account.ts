import * as z from '../zod.ts';

/** The birth date is judged and not kept. */
export const confirmAdultRequest = z.strictObject({ birthDate: z.iso.date() });
export type ConfirmAdultRequest = z.infer<typeof confirmAdultRequest>;

/** `token` replaces the caller's access token: it says that they are an adult. Sockets learn it when they connect again. */
export const adultConfirmed = z.strictObject({
  age: z.literal('adult'),
  token: z.string(),
  tokenExpiresInSeconds: z.int(),
});
export type AdultConfirmed = z.infer<typeof adultConfirmed>;
