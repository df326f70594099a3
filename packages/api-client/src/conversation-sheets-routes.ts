import type { ExportQuery } from '@troupe/contracts/http/chat';
import { conversationMemory, promptInspection } from '@troupe/contracts/http/chat';
import { messageCareRoutes } from './care-routes.ts';
import type { ApiClientOptions, CallOptions, Transport } from './transport.ts';
import { createTransport } from './transport.ts';

export interface ExportedFile {
  /** As the server calls it; safe to save under. */
  name: string;
  content: Blob;
}

/** What is rarely asked of a conversation: for the sheets that open over its page. */
export function createConversationSheetsClient(options: ApiClientOptions) {
  return conversationSheetsRoutes(createTransport(options));
}

export function conversationSheetsRoutes(send: Transport) {
  const one = (id: string) => `/chat/conversation/${encodeURIComponent(id)}`;
  return {
    /** Markdown: the branch that is shown; JSON: the whole tree. */
    exportConversation: (id: string, query: ExportQuery = {}, options?: CallOptions) =>
      send({ method: 'GET', path: `${one(id)}/export`, query, read: readFile, ...options }),
    /** What is remembered of the branch that is shown. */
    memory: (id: string, options?: CallOptions) =>
      send({ method: 'GET', path: `${one(id)}/memory`, answer: conversationMemory, ...options }),
    /** The fan's own words in its place; an empty text forgets. */
    writeMemory: (id: string, text: string, options?: CallOptions) =>
      send({ method: 'PUT', path: `${one(id)}/memory`, body: { text }, answer: conversationMemory, ...options }),
    /** What the model is told; `not_found` where it isn't a preview of one's own persona, or nothing was said yet; `reply_under_way`. */
    prompt: (id: string, options?: CallOptions) =>
      send({ method: 'GET', path: `${one(id)}/prompt`, answer: promptInspection, ...options }),
    ...messageCareRoutes(send),
  };
}

async function readFile(response: Response): Promise<ExportedFile> {
  const name = /filename="([\w.-]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { name: name ?? 'conversation', content: await response.blob() };
}
