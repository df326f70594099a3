import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Redis, type RedisOptions } from 'ioredis';
import { InjectEnv } from '../config/config.module.ts';
import type { Env } from '../config/env.ts';

const CONNECT_TIMEOUT_MS = 5_000;
const RECONNECT_PAUSE_MAX_MS = 2_000;

/**
 * Connections to the Redis that several API processes share, if there is one. Nothing is kept there that may not be lost: while it is away, each
 * process goes on by itself.
 */
@Injectable()
export class RedisConnections implements OnApplicationShutdown {
  private readonly logger = new Logger('Redis');
  private readonly opened: Redis[] = [];

  constructor(@InjectEnv() private readonly env: Env) {}

  /** Undefined without `REDIS_URL`. Commands fail at once while it is away: what nobody waits for any more need not be sent later. */
  open(purpose: string): Redis | undefined {
    if (this.env.REDIS_URL === undefined) return undefined;
    const options: RedisOptions = {
      connectionName: `troupe-${purpose}`,
      connectTimeout: CONNECT_TIMEOUT_MS,
      enableOfflineQueue: purpose === 'subscribe',
      maxRetriesPerRequest: purpose === 'subscribe' ? null : 0,
      retryStrategy: (attempt) => Math.min(attempt * 100, RECONNECT_PAUSE_MAX_MS),
    };
    const redis = new Redis(this.env.REDIS_URL, options);
    this.watch(redis, purpose);
    this.opened.push(redis);
    return redis;
  }

  onApplicationShutdown(): void {
    for (const redis of this.opened) redis.disconnect();
  }

  /** One line when it goes and one when it is back, however often it is tried meanwhile. The address may hold a password and stays out. */
  private watch(redis: Redis, purpose: string): void {
    let isAway = false;
    redis.on('error', (error: Error) => {
      if (!isAway) this.logger.warn(`the connection to ${purpose} broke: ${'code' in error ? error.code : error.name}`);
      isAway = true;
    });
    redis.on('ready', () => {
      if (isAway) this.logger.log(`the connection to ${purpose} is back`);
      isAway = false;
    });
  }
}
