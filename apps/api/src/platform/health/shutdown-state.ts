import { Injectable, type OnModuleDestroy } from '@nestjs/common';

/**
 * True from the moment the process was told to stop: readiness turns red and new work is refused.
 * Set in the first round of shutdown hooks, so that work in later rounds sees it.
 */
@Injectable()
export class ShutdownState implements OnModuleDestroy {
  begun = false;

  onModuleDestroy(): void {
    this.begun = true;
  }
}
