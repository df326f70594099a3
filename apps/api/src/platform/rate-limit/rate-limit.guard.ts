import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ClientAddresses } from '../network/client-addresses.ts';
import { type RateLimitName, RateLimits } from './rate-limits.ts';

const LIMIT = 'platform:rate-limit';

/** Counts the route's calls in the named bucket instead of the general one. */
export const RateLimited = (name: RateLimitName): MethodDecorator & ClassDecorator => SetMetadata(LIMIT, name);

/** For probes, which come often and from one address, and for callers that sign what they send. */
export const NotRateLimited = (): MethodDecorator & ClassDecorator => SetMetadata(LIMIT, 'none');

/** Counts every HTTP request by the caller's address. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limits: RateLimits,
    private readonly addresses: ClientAddresses,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const targets = [context.getHandler(), context.getClass()];
    const name = this.reflector.getAllAndOverride<RateLimitName | 'none' | undefined>(LIMIT, targets) ?? 'general';
    if (name === 'none') return true;
    const http = context.switchToHttp();
    const verdict = await this.limits.take(name, this.addresses.limitKeyOf(http.getRequest<FastifyRequest>().raw));
    if (verdict.allowed) return true;
    http.getResponse<FastifyReply>().header('retry-after', String(verdict.retryAfterSeconds));
    throw verdict.error;
  }
}
