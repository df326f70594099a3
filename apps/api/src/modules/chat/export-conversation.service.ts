import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Conversation } from '@troupe/contracts/http/chat';
import { toCharge } from './chat.presenter.ts';
import { escapeName, fileNameOf, quote } from './domain/export-text.ts';
import { isTakenBack } from './domain/reply-ending.ts';
import { ExportRepository, type ExportRow } from './export.repository.ts';
import { ReadConversationService } from './read-conversation.service.ts';

export type ExportFormat = 'markdown' | 'json';

/** A file to send: its text comes as it is read. */
export interface ExportedFile {
  name: string;
  type: string;
  text: Readable;
}

@Injectable()
export class ExportConversationService {
  constructor(
    private readonly repository: ExportRepository,
    private readonly reading: ReadConversationService,
  ) {}

  /** Markdown: the branch that is shown, to be read. JSON: everything that is kept of the conversation. Throws `not_found`. */
  async export(conversationId: string, fanId: string, format: ExportFormat): Promise<ExportedFile> {
    const conversation = await this.reading.find(conversationId, fanId);
    const day = new Date().toISOString().slice(0, 10);
    const called = conversation.title ?? conversation.persona.name;
    return format === 'markdown'
      ? {
          name: fileNameOf(called, day, 'md'),
          type: 'text/markdown; charset=utf-8',
          text: Readable.from(this.markdown(conversation, day)),
        }
      : {
          name: fileNameOf(called, day, 'json'),
          type: 'application/json; charset=utf-8',
          text: Readable.from(this.json(conversation)),
        };
  }

  private async *markdown(conversation: Conversation, day: string): AsyncGenerator<string> {
    const { persona, fanName, title } = conversation;
    yield `# ${escapeName(title ?? persona.name)}\n\n${escapeName(fanName)} and ${escapeName(persona.name)}, an AI character. Exported on ${day}.\n`;
    for await (const rows of this.repository.messages(conversation.id, 'branch')) {
      for (const row of rows) {
        if (row.content === '' || isTakenBack({ ...row, chargedMicrocoins: row.charged_microcoins })) continue;
        const who = row.role === 'user' ? fanName : persona.name;
        const at = row.created_at.toISOString().slice(0, 16).replace('T', ' ');
        yield `\n**${escapeName(who)}** · ${at} UTC\n\n${quote(row.content)}\n`;
      }
    }
  }

  private async *json(conversation: Conversation): AsyncGenerator<string> {
    const head = JSON.stringify({ exportedAt: new Date().toISOString(), conversation });
    yield `${head.slice(0, -1)},"messages":[`;
    let separator = '\n';
    for await (const rows of this.repository.messages(conversation.id, 'tree')) {
      for (const row of rows) {
        yield separator + JSON.stringify(toExported(row));
        separator = ',\n';
      }
    }
    yield '\n]}\n';
  }
}

function toExported(row: ExportRow): object {
  return {
    id: row.id,
    parentId: row.parent_id,
    role: row.role,
    status: row.status,
    content: row.content,
    reaction: row.reaction,
    charge: row.charged_microcoins === null ? null : toCharge(row.charged_microcoins, row.refunded),
    createdAt: row.created_at.toISOString(),
  };
}
