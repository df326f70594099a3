export interface ExamplePair {
  fan: string;
  persona: string;
}

const FAN_MARKS = ['{{user}}', '<user>', 'user', 'you'];
const PERSONA_MARKS = ['{{char}}', '<bot>', '<char>'];
/** A name before a colon; longer ones are sentences. */
const SPEAKER = /^[ \t]*([^\n:]{1,80}):[ \t]?/;

type Speaker = 'fan' | 'persona';

/**
 * The pairs of a card's `mes_example`: blocks between `<START>`, lines that begin with who speaks (V1's specification has the macros and
 * the persona's own name), a speech going on until the next speaker. A persona's line that nobody asked for has an empty fan line; so has a
 * block in which nobody is named. What a fan says last in a block is answered by nobody and makes no pair.
 */
export function parseExamples(text: string, names: readonly string[]): ExamplePair[] {
  const own = new Set([
    ...PERSONA_MARKS,
    ...names.map((name) => name.trim().toLowerCase()).filter((name) => name !== ''),
  ]);
  return text
    .replaceAll('\r\n', '\n')
    .split(/<start>/i)
    .flatMap((block) => pairsOf(block, own));
}

function pairsOf(block: string, own: ReadonlySet<string>): ExamplePair[] {
  const pairs: ExamplePair[] = [];
  let said: ExamplePair = { fan: '', persona: '' };
  let speaker: Speaker | undefined;
  const end = (): void => {
    const pair = { fan: said.fan.trim(), persona: said.persona.trim() };
    if (pair.persona !== '') pairs.push(pair);
    said = { fan: '', persona: '' };
  };
  for (const line of block.split('\n')) {
    const mark = SPEAKER.exec(line);
    const name = mark?.[1]?.trim().toLowerCase() ?? '';
    const next: Speaker | undefined = own.has(name) ? 'persona' : FAN_MARKS.includes(name) ? 'fan' : undefined;
    if (next === 'fan' && speaker === 'persona') end();
    // Two speeches of the persona in a row are two examples.
    if (next === 'persona' && speaker === 'persona') end();
    speaker = next ?? speaker;
    const words = next === undefined ? line : line.slice(mark?.[0].length);
    said[speaker ?? 'persona'] += `${words}\n`;
  }
  end();
  return pairs;
}

/** As `mes_example` is written by everybody: each pair in a conversation of its own. */
export function formatExamples(pairs: readonly ExamplePair[]): string {
  return pairs
    .map(({ fan, persona }) => `<START>\n${fan === '' ? '' : `{{user}}: ${fan}\n`}{{char}}: ${persona}`)
    .join('\n');
}
