import { Injectable } from '@nestjs/common';
import { LIMITS } from '@troupe/contracts/limits';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { InjectEnv } from '../config/config.module.ts';
import type { Env } from '../config/env.ts';
import { AppError } from '../errors/app-error.ts';
import { RedisConnections } from '../redis/redis-connections.service.ts';

export type RateLimitName =
  | 'general'
  | 'auth'
  | 'login-email'
  | 'refresh-token'
  | 'user-writes'
  | 'studio-saves'
  | 'taps'
  | 'upload-parts'
  | 'socket-events'
  | 'bad-signatures';

type Verdict = { allowed: true } | { allowed: false; retryAfterSeconds: number; error: AppError };

/**
 * Buckets of calls by key (an address, an e-mail, a user). Processes that share a Redis count together; without one, or while it is away, each counts for
 * itself.
 */
@Injectable()
export class RateLimits {
  private readonly buckets: Record<RateLimitName, RateLimiterAbstract>;

  constructor(@InjectEnv() env: Env, connections: RedisConnections) {
    const redis = connections.open('rate-limits');
    const bucket = (keyPrefix: RateLimitName, points: number, duration = 60): RateLimiterAbstract => {
      const own = new RateLimiterMemory({ keyPrefix, points, duration });
      if (redis === undefined) return own;
      return new RateLimiterRedis({
        storeClient: redis,
        keyPrefix: `troupe:limit:${keyPrefix}`,
        points,
        duration,
        insuranceLimiter: own,
      });
    };
    this.buckets = {
      general: bucket('general', env.RATE_LIMIT_PER_MINUTE),
      auth: bucket('auth', env.RATE_LIMIT_AUTH_PER_MINUTE),
      'login-email': bucket('login-email', env.RATE_LIMIT_LOGIN_PER_EMAIL_PER_MINUTE),
      // A session refreshes once in some minutes, its parallel tabs a little more often.
      'refresh-token': bucket('refresh-token', env.RATE_LIMIT_AUTH_PER_MINUTE),
      'user-writes': bucket('user-writes', env.RATE_LIMIT_WRITES_PER_USER_PER_MINUTE),
      // An editor saves by itself while somebody writes.
      'studio-saves': bucket('studio-saves', env.RATE_LIMIT_WRITES_PER_USER_PER_MINUTE * 4),
      // Likes, follows and what is read: a tap each.
      taps: bucket('taps', env.RATE_LIMIT_WRITES_PER_USER_PER_MINUTE * 4),
      // Half a megabyte each, several files at once.
      'upload-parts': bucket('upload-parts', env.RATE_LIMIT_WRITES_PER_USER_PER_MINUTE * 20),
      'bad-signatures': bucket('bad-signatures', LIMITS.badSignaturesPerAddressPerMinuteMax),
      'socket-events': bucket('socket-events', LIMITS.socketEventsPerTenSecondsMax, 10),
    };
  }

  /** Takes one from the bucket. */
  async take(name: RateLimitName, key: string): Promise<Verdict> {
    try {
      await this.buckets[name].consume(key);
      return { allowed: true };
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      const error = new AppError('rate_limited', `Too many requests: try again in ${retryAfterSeconds} s`, {
        retryAfterSeconds,
      });
      return { allowed: false, retryAfterSeconds, error };
    }
  }

  /** Takes one from the bucket or throws `rate_limited`. */
  async takeOrThrow(name: RateLimitName, key: string): Promise<void> {
    const verdict = await this.take(name, key);
    if (!verdict.allowed) throw verdict.error;
  }
}
