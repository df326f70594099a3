import { type CardFormat, type CardPreviewQuery, cardPreview, importedCard } from '@troupe/contracts/http/cards';
import {
  type LorebookChanges,
  type LoreEntryAddition,
  type LoreEntryEdit,
  type LoreEntryMove,
  type LoreTrial,
  lorebook,
  loreEntry,
  loreFindings,
  loreLinesPage,
  loreSaved,
} from '@troupe/contracts/http/lorebook';
import type { PageOptions } from './page-options.ts';
import type { CallOptions, Transport } from './transport.ts';

/** 32 MB over a telephone, and a turn at being read. */
const CARD_TIMEOUT_MS = 120_000;

export interface CardImportOptions extends CallOptions {
  /** One's own persona that the card replaces what it says of; without it a new draft is made. */
  over?: CardPreviewQuery;
}

/** A card's type says nothing that its bytes don't say better, and JSON would be read as a request. */
const asBytes = (file: Blob): Blob => file.slice(0, file.size, 'application/octet-stream');

/** What one's own personas know, and the cards that they come from and go out as. */
export function lorebookRoutes(send: Transport) {
  const one = (id: string) => `/creator/persona/${encodeURIComponent(id)}`;
  const entry = (id: string, entryId: string) => `${one(id)}/lorebook/entries/${encodeURIComponent(entryId)}`;
  return {
    lorebook: (id: string, options?: CallOptions) =>
      send({ method: 'GET', path: `${one(id)}/lorebook`, answer: lorebook, ...options }),
    /** What is left out stays; with entries, those are all of them. */
    saveLorebook: (id: string, body: LorebookChanges, options?: CallOptions) =>
      send({ method: 'PUT', path: `${one(id)}/lorebook`, body, answer: loreSaved, ...options }),
    clearLorebook: (id: string, query: { revision: number }, options?: CallOptions) =>
      send({ method: 'DELETE', path: `${one(id)}/lorebook`, query, answer: loreSaved, ...options }),
    /** In the order of the book; `q` is looked for in names, keys and texts. */
    loreEntries: (id: string, { signal, ...query }: PageOptions & { q?: string } = {}) =>
      send({ method: 'GET', path: `${one(id)}/lorebook/entries`, query, answer: loreLinesPage, signal }),
    loreEntry: (id: string, entryId: string, options?: CallOptions) =>
      send({ method: 'GET', path: entry(id, entryId), answer: loreEntry, ...options }),
    addLoreEntry: (id: string, body: LoreEntryAddition, options?: CallOptions) =>
      send({ method: 'POST', path: `${one(id)}/lorebook/entries`, body, answer: loreSaved, ...options }),
    saveLoreEntry: (id: string, entryId: string, body: LoreEntryEdit, options?: CallOptions) =>
      send({ method: 'PATCH', path: entry(id, entryId), body, answer: loreSaved, ...options }),
    removeLoreEntry: (id: string, entryId: string, query: { revision: number }, options?: CallOptions) =>
      send({ method: 'DELETE', path: entry(id, entryId), query, answer: loreSaved, ...options }),
    moveLoreEntry: (id: string, body: LoreEntryMove, options?: CallOptions) =>
      send({ method: 'POST', path: `${one(id)}/lorebook/order`, body, answer: loreSaved, ...options }),
    /** Which entries a conversation would trigger, and why. */
    tryLorebook: (id: string, body: LoreTrial, options?: CallOptions) =>
      send({ method: 'POST', path: `${one(id)}/lorebook/trial`, body, answer: loreFindings, ...options }),
    /** `card_refused` has the reason in its details. */
    importCard: (file: Blob, { over, ...options }: CardImportOptions = {}) =>
      send({
        method: 'POST',
        path: '/creator/persona/import',
        query: { ...over },
        file: asBytes(file),
        timeoutMs: CARD_TIMEOUT_MS,
        answer: importedCard,
        ...options,
      }),
    /** What importing it over a persona would change; nothing is saved. */
    previewCard: (file: Blob, over: CardPreviewQuery, options?: CallOptions) =>
      send({
        method: 'POST',
        path: '/creator/persona/import/preview',
        query: { ...over },
        file: asBytes(file),
        timeoutMs: CARD_TIMEOUT_MS,
        answer: cardPreview,
        ...options,
      }),
    exportCard: (id: string, format: CardFormat, options?: CallOptions) =>
      send({
        method: 'GET',
        path: `${one(id)}/export`,
        query: { format },
        timeoutMs: CARD_TIMEOUT_MS,
        read: (response) => response.blob(),
        ...options,
      }),
  };
}
