export interface NarrationPart {
  text: string;
  /** True for what the persona does rather than says: `*She looks up.*` */
  narrated: boolean;
}

/** Splits a persona's line into speech and stage directions; the asterisks go. Line breaks stay. */
export function splitNarration(line: string): NarrationPart[] {
  return line
    .split(/(\*[^*\n]+\*)/)
    .filter((text) => text !== '')
    .map((text) =>
      /^\*[^*\n]+\*$/.test(text) ? { text: text.slice(1, -1), narrated: true } : { text, narrated: false },
    );
}

/** What a persona calls somebody whose name it doesn't know. */
const STRANGER = 'stranger';

/** Fills the places that a persona's text leaves open: `{{user}}` is the fan, `{{char}}` the persona, also as older cards spell them. */
export function fillNames(text: string, names: { fan: string | null; persona: string }): string {
  const fan = names.fan ?? STRANGER;
  return text.replace(/\{\{(?:user|char)\}\}|<(?:user|char|bot)>/gi, (macro) =>
    macro.toLowerCase().includes('user') ? fan : names.persona,
  );
}

/** A stage has room for this much; the whole greeting waits on the persona's page and in the chat. */
const OPENING_CHARS_MAX = 170;

/** The first thing a persona says aloud: whole sentences without the stage directions, at least one. */
export function openingLine(greeting: string): string {
  const spoken = splitNarration(greeting)
    .map((part) => (part.narrated ? ' ' : part.text))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  const sentences = spoken.match(/[^.!?…]+(?:[.!?…]+["”’]?|$)\s*/g) ?? [spoken || greeting];
  let opening = '';
  for (const sentence of sentences) {
    if (opening !== '' && (opening + sentence).trimEnd().length > OPENING_CHARS_MAX) break;
    opening += sentence;
  }
  return opening.trim();
}
