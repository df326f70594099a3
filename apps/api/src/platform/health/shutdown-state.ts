import { Injectable, type OnApplicationShutdown, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/**
 * True from the moment the process was told to stop: readiness turns red and new work is refused.
 * Set by the signal itself: shutdown hooks run module by module, and each would first wait for the work of those before it.
 */
@Injectable()
export class ShutdownState implements OnModuleInit, OnModuleDestroy, OnApplicationShutdown {
  begun = false;
  private readonly begin = (): void => {
    this.begun = true;
  };

  onModuleInit(): void {
    for (const signal of SIGNALS) process.on(signal, this.begin);
  }

  /** For an application that is closed without a signal. */
  onModuleDestroy(): void {
    this.begin();
  }

  onApplicationShutdown(): void {
    for (const signal of SIGNALS) process.off(signal, this.begin);
  }
}
