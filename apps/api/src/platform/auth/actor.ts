import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Age, Role } from '@troupe/contracts/http/auth';
import { notFound } from '../errors/app-error.ts';

/** Who is asking, as the access token says. `expiresAtSeconds` is the token's `exp`, in Unix seconds. */
export interface Actor {
  userId: string;
  /** How the user wants to be called. */
  name: string;
  roles: readonly Role[];
  /** What they had said of their age when the token was made. */
  age: Age;
  sessionId: string;
  expiresAtSeconds: number;
}

/** The actor of this request; only on routes that the access guard protects. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  return context.switchToHttp().getRequest<{ user: Actor }>().user;
});

/** The actor of a request to a route for visitors as well; undefined for a visitor. Only on routes with `@OpenToAll()`. */
export const MaybeActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor | undefined => {
  return context.switchToHttp().getRequest<{ user?: Actor }>().user;
});

/** Routes that name a user in their path answer only to that user; to everyone else they are not there. */
export function requireSelf(actor: Actor, userId: string): void {
  if (actor.userId !== userId) throw notFound('This user');
}

/** Routes for some roles are not there for anybody else. */
export function requireRole(actor: Actor, role: Role): void {
  if (!actor.roles.includes(role)) throw notFound('This page');
}
