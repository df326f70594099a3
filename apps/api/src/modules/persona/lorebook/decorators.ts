import { LORE_LIMITS } from './lore-limits.ts';
import { LORE_ROLES, type LoreEntry, type LorePosition } from './types.ts';

/**
 * V3 decorators: lines that begin with `@@` above an entry's text and change its rules
 * (https://github.com/kwaroran/character-card-spec-v3, SPEC_V3.md, "Decorators"). They are never part of the text. Those that this program
 * doesn't know are ignored, and then the ones with `@@@` below them count in their place.
 */
export interface Decorated {
  entry: LoreEntry;
  text: string;
  /** `@@dont_activate`: never, whatever its keys. */
  isNever: boolean;
  unknown: string[];
}

type Change = (entry: LoreEntry, value: string) => Partial<LoreEntry> | undefined;

const PLACES: Readonly<Record<string, LorePosition>> = {
  before_desc: 'before-character',
  after_desc: 'after-character',
  personality: 'after-character',
  scenario: 'after-character',
};
const FOREVER = { messages: LORE_LIMITS.timedMessagesMax };

const CHANGES: Readonly<Record<string, Change>> = {
  activate: () => ({ isConstant: true }),
  depth: (_, value) => within(value, LORE_LIMITS.depthMax, (depth) => ({ position: 'at-depth', depth })),
  role: (_, value) => {
    const role = LORE_ROLES.find((known) => known === value);
    return role === undefined ? undefined : { role };
  },
  position: (_, value) => {
    const position = Object.hasOwn(PLACES, value) ? PLACES[value] : undefined;
    return position === undefined ? undefined : { position };
  },
  scan_depth: (_, value) =>
    within(value, LORE_LIMITS.scanDepthMessagesMax, (scanDepthMessages) => ({ scanDepthMessages })),
  activate_only_after: (_, value) =>
    within(value, LORE_LIMITS.timedMessagesMax, (delayMessages) => ({ delayMessages })),
  keep_activate_after_match: () => ({ stickyMessages: FOREVER.messages }),
  dont_activate_after_match: () => ({ cooldownMessages: FOREVER.messages }),
  additional_keys: (entry, value) => conditions(entry, value, 'and-any'),
  exclude_keys: (entry, value) => conditions(entry, value, 'not-any'),
};

export function readDecorators(entry: LoreEntry): Decorated {
  if (!entry.content.trimStart().startsWith('@@')) return { entry, text: entry.content, isNever: false, unknown: [] };
  const lines = entry.content.split(/\r?\n/);
  const understood = new Map<string, Partial<LoreEntry>>();
  const unknown = new Set<string>();
  let isNever = false;
  let wantsFallback = false;
  let body = 0;
  for (; body < lines.length; body += 1) {
    const line = lines[body]?.trim() ?? '';
    const match = /^(@{2,3})([a-z_]+)(?:\s+(.*))?$/.exec(line);
    if (match === null && line !== '') break;
    if (match === null) continue;
    const [, marks, name = '', value = ''] = match;
    if (marks === '@@@' && !wantsFallback) continue;
    const change = Object.hasOwn(CHANGES, name) ? CHANGES[name] : undefined;
    const changed = change?.(entry, value.trim());
    wantsFallback = changed === undefined && name !== 'dont_activate';
    if (wantsFallback) unknown.add(name);
    isNever ||= name === 'dont_activate';
    // Of several by one name the first counts.
    if (changed !== undefined && !understood.has(name)) understood.set(name, changed);
  }
  // A place that is named stands above a depth (SPEC_V3.md, `@@depth`).
  const place = understood.get('position') ?? {};
  const decorated = { ...Object.assign({ ...entry }, ...understood.values()), ...place } as LoreEntry;
  const text = lines.slice(body).join('\n').trim();
  return { entry: decorated, text, isNever: isNever && !understood.has('activate'), unknown: [...unknown] };
}

function within(
  value: string,
  most: number,
  then: (read: number) => Partial<LoreEntry>,
): Partial<LoreEntry> | undefined {
  if (!/^\d{1,9}$/.test(value)) return undefined;
  return then(Math.min(Number(value), most));
}

/** Only where the entry has no conditions of its own: it has room for one kind. */
function conditions(
  entry: LoreEntry,
  value: string,
  secondaryLogic: LoreEntry['secondaryLogic'],
): Partial<LoreEntry> | undefined {
  const secondaryKeys = value.split(',').flatMap((key) => key.trim() || []);
  if (secondaryKeys.length === 0 || (entry.isSelective && entry.secondaryKeys.length > 0)) return undefined;
  return { isSelective: true, secondaryKeys, secondaryLogic };
}
