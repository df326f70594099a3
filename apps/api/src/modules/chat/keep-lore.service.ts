import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { settledWithin } from '../../platform/jobs/settled-within.ts';
import { LoreRepository } from './lore.repository.ts';
import { begunBy, type Lore } from './scan-lore.ts';
import type { Exchange } from './send.repository.ts';

const STOP_WAIT_MAX_MS = 2_000;

/**
 * Remembers with which reply entries of a lorebook began to be sticky or to cool down. Written while the reply is on its way and only where something began, so
 * that no message waits for it.
 */
@Injectable()
export class KeepLoreService implements OnModuleDestroy {
  private readonly logger = new Logger('Lorebooks');
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly repository: LoreRepository) {}

  /** Returns at once. What can't be written is logged: those entries are then as if they had not begun. */
  keep({ conversationId, replyId }: Exchange, lore: Lore | undefined): void {
    const entryIds = lore === undefined ? [] : begunBy(lore, replyId);
    if (entryIds.length === 0) return;
    const work = this.repository
      .begin(conversationId, replyId, entryIds)
      .catch((error: unknown) => this.logger.warn(`what began with reply ${replyId} is not kept: ${String(error)}`))
      .finally(() => this.running.delete(work));
    this.running.add(work);
  }

  async onModuleDestroy(): Promise<void> {
    await settledWithin(STOP_WAIT_MAX_MS, ...this.running);
  }
}
