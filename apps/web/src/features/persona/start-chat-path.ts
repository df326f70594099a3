/** The address that opens a conversation with a persona and leads into it. */
export function startChatPath(slug: string, draft?: string): string {
  const params = new URLSearchParams({ persona: slug });
  if (draft !== undefined) params.set('draft', draft);
  return `/chat/start?${params}`;
}
