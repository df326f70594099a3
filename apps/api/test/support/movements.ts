import { randomUUID } from 'node:crypto';
import type { ApiError } from '@troupe/api-client';
import type { Actor } from '@troupe/test-kit/actors';
import { setBonus } from './books.ts';
import type { House } from './boot.ts';
import { buyCoins, coins, traceOf } from './wallets.ts';

/** Old enough to be given away. */
const OLD_DAYS = 8;

export const once = (idempotencyKey: string = randomUUID()): { idempotencyKey: string } => ({ idempotencyKey });

export const codeOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: ApiError) => error.code,
  );

export const handleOf = (actor: Actor): string => actor.session.user.handle;

/** A fan with this many bought coins, old enough to give away, and no bonus. */
export async function withOldCoins(house: House, count: number): Promise<Actor> {
  const fan = await house.register('Robin');
  await setBonus(house.world, fan.userId, 0);
  if (count > 0) await buyCoins(house.world, fan.userId, coins(count), OLD_DAYS);
  return fan;
}

/** The call is refused with this code, and nothing is written for any of these sides. */
export async function expectRefused(
  house: House,
  code: string,
  sides: readonly Actor[],
  call: () => Promise<unknown>,
): Promise<void> {
  const before = await Promise.all(sides.map((side) => traceOf(house.world, side.userId)));
  expect(await codeOf(call())).toBe(code);
  expect(await Promise.all(sides.map((side) => traceOf(house.world, side.userId)))).toEqual(before);
}

/** A POST as it goes over the wire, past what the client would refuse to send. */
export async function postRaw(
  house: House,
  actor: Actor,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(house.origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${actor.session.token}`, ...headers },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
