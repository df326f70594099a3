import { Injectable } from '@nestjs/common';
import { LIMITS } from '@troupe/contracts/limits';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { InjectEnv } from '../config/config.module.ts';
import type { Env } from '../config/env.ts';
import { AppError } from '../errors/app-error.ts';

export type RateLimitName =
  | 'general'
  | 'auth'
  | 'login-email'
  | 'refresh-token'
  | 'user-writes'
  | 'socket-events'
  | 'bad-signatures';

type Verdict = { allowed: true } | { allowed: false; retryAfterSeconds: number; error: AppError };

/** Buckets of calls by key (an address, an e-mail, a user). In memory: one process, one count. */
@Injectable()
export class RateLimits {
  private readonly buckets: Record<RateLimitName, RateLimiterMemory>;

  constructor(@InjectEnv() env: Env) {
    const perMinute = (points: number) => new RateLimiterMemory({ points, duration: 60 });
    this.buckets = {
      general: perMinute(env.RATE_LIMIT_PER_MINUTE),
      auth: perMinute(env.RATE_LIMIT_AUTH_PER_MINUTE),
      'login-email': perMinute(env.RATE_LIMIT_LOGIN_PER_EMAIL_PER_MINUTE),
      // A session refreshes once in some minutes, its parallel tabs a little more often.
      'refresh-token': perMinute(env.RATE_LIMIT_AUTH_PER_MINUTE),
      'user-writes': perMinute(env.RATE_LIMIT_WRITES_PER_USER_PER_MINUTE),
      'bad-signatures': perMinute(LIMITS.badSignaturesPerAddressPerMinuteMax),
      'socket-events': new RateLimiterMemory({ points: LIMITS.socketEventsPerTenSecondsMax, duration: 10 }),
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
