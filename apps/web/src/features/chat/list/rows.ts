import type { ConversationListItem } from '@troupe/contracts/http/chat';

/** Pinned ones first, then the newest: the order of the server. */
export function sortRows(rows: readonly ConversationListItem[]): ConversationListItem[] {
  return [...rows].sort(
    (a, b) => Number(b.pinned) - Number(a.pinned) || b.lastMessageAt.localeCompare(a.lastMessageAt),
  );
}

/** The newest page laid over what is here: what the page should have and doesn't is gone. */
export function mergeFirstPage(
  before: readonly ConversationListItem[],
  page: readonly ConversationListItem[],
  isWhole: boolean,
): ConversationListItem[] {
  const last = page.at(-1);
  if (isWhole || last === undefined) return [...page];
  const order = sortRows([...before.filter((row) => !page.some(({ id }) => id === row.id)), last]);
  return [...page, ...order.slice(order.indexOf(last) + 1)];
}
