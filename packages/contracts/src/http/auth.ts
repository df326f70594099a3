import { LIMITS } from '../limits.ts';
import * as z from '../zod.ts';
import { balance } from './balance.ts';
import { displayName, id, storable } from './common.ts';

export const role = z.enum(['fan', 'creator', 'admin']);
export type Role = z.infer<typeof role>;

/** Stored and compared in lower case. */
const email = z.pipe(z.string().check(z.trim(), z.toLowerCase(), z.maxLength(LIMITS.emailCharsMax)), z.email());
const password = z.string().check(
  z.minLength(LIMITS.passwordCharsMin),
  z.maxLength(LIMITS.passwordCharsMax),
  // Halves of surrogate pairs all become the same character when they are hashed.
  storable(),
);
const refreshToken = z.string().check(z.minLength(20), z.maxLength(200));

export const registerRequest = z.strictObject({
  email,
  password,
  name: z.optional(displayName(LIMITS.nameCharsMax)),
});
export type RegisterRequest = z.infer<typeof registerRequest>;

/** A login takes any password within the upper bound: the rule for new ones may have been another once. */
export const loginRequest = z.strictObject({
  email,
  password: z.string().check(z.minLength(1), z.maxLength(LIMITS.passwordCharsMax)),
});
export type LoginRequest = z.infer<typeof loginRequest>;

export const refreshRequest = z.strictObject({ refreshToken });
export type RefreshRequest = z.infer<typeof refreshRequest>;

/** What somebody said of their age: `adult` means 18 or older. */
export const age = z.enum(['unknown', 'adult', 'minor']);
export type Age = z.infer<typeof age>;

/** `handle` is where others send coins to: lower case, unique, shown with an @ before it. */
export const user = z.strictObject({
  id,
  email: z.string(),
  name: z.string(),
  handle: z.string(),
  roles: z.array(role),
  age,
});
export type User = z.infer<typeof user>;

/** `token` is the access token (JWT, `Authorization: Bearer`), `refreshToken` opaque and good for one use. */
export const authSession = z.strictObject({
  user,
  token: z.string(),
  tokenExpiresInSeconds: z.int(),
  refreshToken: z.string(),
});
export type AuthSession = z.infer<typeof authSession>;

export const me = z.strictObject({ ...user.shape, balance });
export type Me = z.infer<typeof me>;
