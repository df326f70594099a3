import { parse } from 'csv-parse/sync';
import { FileRefused } from './refusal.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SAMPLE_CHARS = 64_000;
const SAMPLE_RECORDS = 50;
const RECORD_CHARS_MAX = 200_000;
const COLUMNS_MAX = 200;
/** Longer first cells are data, not the names of columns. */
const NAME_CHARS_MAX = 60;
const DEPTH_MAX = 8;
const FIELDS_MAX = 500;

/** A record of a table or of a list: a line of its own, however long. */
export type Records = string[];

/** What separates the cells, if the text is a table: at least two columns, as many in each of the first rows, and no sentences. */
export function csvDelimiterOf(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE_CHARS);
  // The last row may be cut in the middle.
  const whole = sample.length < text.length ? sample.slice(0, sample.lastIndexOf('\n') + 1) : sample;
  return DELIMITERS.find((delimiter) => {
    const rows = rowsOf(whole, delimiter, SAMPLE_RECORDS);
    if (rows === undefined || rows.length < 2) return false;
    const [first, ...others] = rows.map((row) => row.length);
    return (
      first !== undefined &&
      first > 1 &&
      first <= COLUMNS_MAX &&
      others.every((columns) => columns === first) &&
      !areSentences(rows)
    );
  });
}

/** Lines that happen to have as many commas each, or semicolons: names of columns don't end like a sentence, and few tables have a space before every cell. */
const areSentences = (rows: readonly string[][]): boolean =>
  /[.!?…]["”’)]*\s*$/u.test(rows[0]?.at(-1) ?? '') &&
  rows.every((row) => row.slice(1).every((cell) => cell.startsWith(' ')));

function rowsOf(text: string, delimiter: string, to?: number): string[][] | undefined {
  try {
    const options = { delimiter, bom: true, skip_empty_lines: true, relax_quotes: true, relax_column_count: true };
    return parse(text, { ...options, max_record_size: RECORD_CHARS_MAX, ...(to === undefined ? {} : { to }) });
  } catch {
    // Not a table in this way of writing one.
    return undefined;
  }
}

/** Each row with the names of its columns, when the first row has some: a question about one row finds what the cells mean. */
export function csvRecords(text: string, delimiter: string): Records {
  const rows = rowsOf(text, delimiter);
  if (rows === undefined) throw new FileRefused('broken');
  const [head = [], ...others] = rows;
  const names = head.map((name) => oneLine(name));
  const isNamed = names.every((name) => name !== '' && name.length <= NAME_CHARS_MAX && !/^[\d.,-]+$/u.test(name));
  const body = isNamed && new Set(names).size === names.length ? others : rows;
  return body.map((row) =>
    row
      .slice(0, COLUMNS_MAX)
      .flatMap((cell, column) => {
        const text = oneLine(cell);
        return text === '' ? [] : body === others ? `${names[column] ?? `column ${column + 1}`}: ${text}` : text;
      })
      .join('; '),
  );
}

/** The values of a text that has one on each line, if all of the first lines are objects or lists. */
export function isJsonl(text: string): boolean {
  const lines = text.slice(0, SAMPLE_CHARS).split('\n', SAMPLE_RECORDS + 1);
  const whole = text.length > SAMPLE_CHARS || lines.length > SAMPLE_RECORDS ? lines.slice(0, -1) : lines;
  const values = whole.map((line) => line.trim()).filter((line) => line !== '');
  return values.length > 0 && values.every((line) => /^[[{]/u.test(line) && jsonOf(line) !== undefined);
}

/** Throws FileRefused for a line that is no JSON. */
export function jsonlRecords(text: string): Records {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const value = line.length > RECORD_CHARS_MAX ? undefined : jsonOf(line);
      if (value === undefined) throw new FileRefused('broken');
      return fieldsOf(value).join('; ');
    });
}

function jsonOf(line: string): object | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** `name: text` for each text in a value, from a stack of its own: however deep somebody nested it, ours isn't used up. */
function fieldsOf(record: object): string[] {
  const fields: string[] = [];
  const stack: { name: string; value: unknown; depth: number }[] = [{ name: '', value: record, depth: 0 }];
  while (stack.length > 0 && fields.length < FIELDS_MAX) {
    const next = stack.pop();
    if (next === undefined) break;
    const { name, value, depth } = next;
    if (typeof value === 'object' && value !== null) {
      if (depth >= DEPTH_MAX) throw new FileRefused('too_heavy');
      const inside = Array.isArray(value)
        ? value.map((item: unknown) => ({ name, value: item, depth: depth + 1 }))
        : Object.entries(value).map(([key, item]) => ({ name: key, value: item as unknown, depth: depth + 1 }));
      for (const item of inside.reverse()) stack.push(item);
    } else if (value !== null && value !== undefined && value !== '') {
      const text = oneLine(String(value));
      if (text !== '') fields.push(name === '' ? text : `${oneLine(name)}: ${text}`);
    }
  }
  return fields;
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
