import { writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectEnv } from '../config/config.module.ts';
import type { Env } from '../config/env.ts';
import { FailpointTable } from './failpoint-table.ts';
import type { FailpointAction, FailpointName } from './parse-failpoints.ts';

const STDERR = 2;

/** What a `fail` throws: like any fault of ours, it is answered with `internal`. */
class FailpointError extends Error {
  override readonly name = 'FailpointError';
}

/**
 * Named places where a test can make this process die, fail or wait, by FAILPOINTS. A call site is one line that costs one comparison
 * while nothing is set, and awaits nothing: `if (this.failpoints.armed) await this.failpoints.reach('send.after-statement');`
 */
@Injectable()
export class Failpoints {
  readonly armed: boolean;
  private readonly table: FailpointTable;

  constructor(@InjectEnv() env: Env) {
    this.armed = env.FAILPOINTS.length > 0;
    this.table = new FailpointTable(env.FAILPOINTS, Math.random);
  }

  /** Does what is due at this point: nothing, wait, throw, or never return. */
  async reach(name: FailpointName): Promise<void> {
    for (const action of this.table.reach(name)) await this.act(name, action);
  }

  private async act(name: FailpointName, action: FailpointAction): Promise<void> {
    switch (action.kind) {
      case 'delay':
        return delay(action.delayMs);
      case 'fail':
        throw new FailpointError(`failpoint ${name}`);
      case 'kill':
        // Past every buffer: whoever looks for the cause of a death must find it.
        writeSync(STDERR, `failpoint ${name}: kill\n`);
        process.kill(process.pid, 'SIGKILL');
        return new Promise<never>(() => undefined);
    }
  }
}
