import { Injectable } from '@nestjs/common';
import type { ConversationListItem, ConversationsPage } from '@troupe/contracts/http/chat';
import type { PersonaBrief } from '@troupe/contracts/http/persona';
import { z } from 'zod';
import { cursorInstant, decodeCursor, encodeCursor } from '../../platform/ids/cursor.ts';
import { PersonaFacade } from '../persona/index.ts';
import { ConversationRepository, type ListRow } from './conversation.repository.ts';

const position = z.object({ pinned: z.boolean(), at: cursorInstant, id: z.uuid() });

export interface ListQuery {
  q?: string | undefined;
  archived: boolean;
  cursor?: string | undefined;
  limit: number;
}

/** A fan's own conversations, pinned ones first. */
@Injectable()
export class ListConversationsService {
  constructor(
    private readonly repository: ConversationRepository,
    private readonly personas: PersonaFacade,
  ) {}

  async list(fanId: string, { q = '', archived, cursor, limit }: ListQuery): Promise<ConversationsPage> {
    const after = cursor === undefined ? undefined : decodeCursor(position, cursor);
    const among = q === '' ? undefined : await this.search(fanId, archived, q);
    const rows = await this.repository.list(fanId, archived, after, among, limit + 1);
    const shown = rows.slice(0, limit);
    const briefs = await this.personas.findBriefs([...new Set(shown.map((row) => row.persona_id))]);
    const items = shown.flatMap((row) => {
      const persona = briefs.get(row.persona_id);
      return persona === undefined ? [] : [toItem(row, persona)];
    });
    const last = shown.at(-1);
    if (rows.length <= limit || last === undefined) return { items, nextCursor: null };
    const end = { pinned: last.pinned, at: last.last_message_at.toISOString(), id: last.id };
    return { items, nextCursor: encodeCursor(end) };
  }

  private async search(fanId: string, archived: boolean, text: string): Promise<string[]> {
    const briefs = await this.personas.findBriefs(await this.repository.personasOf(fanId));
    const wanted = text.toLowerCase();
    const named = [...briefs.values()].filter((brief) => brief.name.toLowerCase().includes(wanted));
    const personaIds = named.map((brief) => brief.id);
    return this.repository.search(fanId, archived, text, personaIds);
  }
}

function toItem(row: ListRow, persona: PersonaBrief): ConversationListItem {
  return {
    id: row.id,
    persona,
    title: row.title,
    pinned: row.pinned,
    archived: row.archived,
    unread: row.unread,
    lastText: row.content,
    lastRole: row.role,
    lastMessageAt: row.last_message_at.toISOString(),
  };
}
