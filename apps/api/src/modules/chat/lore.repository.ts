import { Injectable } from '@nestjs/common';
import type { Database } from '@troupe/database';
import { z } from 'zod';
import { InjectDatabase } from '../../platform/database/database.module.ts';
import { sendStatement } from '../../platform/database/statements.ts';
import { type CompiledLorebook, LORE_REPLIES_MAX } from '../persona/index.ts';
import type { LorePath } from './domain/lore-path.ts';
import * as sql from './lore.sql.ts';

const pathRow = z.object({
  messages: z.int(),
  reply_id: z.string().nullable(),
  entry_ids: z.array(z.string()).nullable(),
  depth: z.int().nullable(),
});

/** Sticky times and cooldowns of lorebooks. Each statement may be sent again: it does the same again. */
@Injectable()
export class LoreRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** The way to message `endId`, null for none, as far back as the persona's lorebook asks. Reads nothing for one that doesn't: undefined. */
  async path(
    conversationId: string,
    endId: string | null,
    lorebook: Pick<CompiledLorebook, 'delayMessagesMax' | 'timedMessagesMax'> | undefined,
  ): Promise<LorePath | undefined> {
    if (lorebook === undefined || lorebook.delayMessagesMax + lorebook.timedMessagesMax === 0) return undefined;
    if (endId === null) return { messages: 0, begun: [] };
    const { delayMessagesMax, timedMessagesMax } = lorebook;
    const values = [conversationId, endId, delayMessagesMax, timedMessagesMax, LORE_REPLIES_MAX];
    const rows = await sendStatement(this.database, 'chat-lore', sql.LORE_PATH, values, pathRow);
    const begun = rows.flatMap(({ reply_id: replyId, entry_ids: entryIds, depth }) =>
      replyId === null || entryIds === null || depth === null ? [] : [{ replyId, entryIds, depth }],
    );
    return { messages: rows[0]?.messages ?? 0, begun };
  }

  async begin(conversationId: string, replyId: string, entryIds: readonly string[]): Promise<void> {
    const values = [conversationId, replyId, entryIds, LORE_REPLIES_MAX];
    await sendStatement(this.database, 'chat-lore-begin', sql.BEGIN_LORE, values, z.object({ id: z.string() }));
  }
}
