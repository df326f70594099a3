/** A personality with how the persona looks: one text to the model, so that both fit into its budget together. */
export function withLooks(personality: string, looks: string): string {
  if (looks.trim() === '') return personality;
  return `${personality}\n\nHow you look: ${looks.trim()}`.trim();
}
