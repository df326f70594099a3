import type { LoreEntryDraft } from './lore-draft.ts';

/** What the decorators of a text say of its entry; what is not among these is left out of the text and not used. */
export type Decorated = Partial<
  Pick<
    LoreEntryDraft,
    | 'position'
    | 'depth'
    | 'role'
    | 'scanDepth'
    | 'constant'
    | 'enabled'
    | 'delayMessages'
    | 'secondaryKeys'
    | 'secondaryLogic'
  >
>;

type Rule = (value: string) => Decorated | undefined;

const whole =
  (make: (value: number) => Decorated): Rule =>
  (text) =>
    /^\d{1,6}$/.test(text) ? make(Number(text)) : undefined;
const keys = (text: string): string[] =>
  text
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '');
const ROLES: Readonly<Record<string, LoreEntryDraft['role']>> = {
  system: 'system',
  user: 'user',
  assistant: 'assistant',
};

const RULES: Readonly<Record<string, Rule>> = {
  depth: whole((depth) => ({ position: 'atDepth', depth })),
  scan_depth: whole((scanDepth) => ({ scanDepth })),
  activate_only_after: whole((delayMessages) => ({ delayMessages })),
  activate: () => ({ constant: true }),
  dont_activate: () => ({ enabled: false }),
  additional_keys: (text) => ({ secondaryKeys: keys(text), secondaryLogic: 'andAny' }),
  exclude_keys: (text) => ({ secondaryKeys: keys(text), secondaryLogic: 'notAny' }),
  role: (text) => {
    const role = Object.hasOwn(ROLES, text) ? ROLES[text] : undefined;
    return role === undefined ? undefined : { role };
  },
  position: (text) => {
    if (text === 'before_desc') return { position: 'beforeCharacter' };
    return text === 'after_desc' ? { position: 'afterCharacter' } : undefined;
  },
};
const LINE = /^(@@@?)([a-z_]{1,60})(?:[ \t]+(.*))?$/;

/**
 * Character Card V3's decorators: lines of `@@name value` before an entry's text, each followed by fallbacks (`@@@name value`) that count
 * only where none before them was understood. The first of a name counts; `@@position` outweighs `@@depth`, `@@activate` `@@dont_activate`.
 */
export function readDecorators(content: string): { content: string; decorated: Decorated } {
  const lines = content.split('\n');
  const found = new Map<string, Decorated>();
  let isUnderstood = true;
  let at = 0;
  for (; at < lines.length; at += 1) {
    const match = LINE.exec((lines[at] ?? '').trimEnd());
    if (match === null) break;
    const [, mark, name = '', value = ''] = match;
    if (mark === '@@@' && isUnderstood) continue;
    const rule = Object.hasOwn(RULES, name) ? RULES[name] : undefined;
    const says = rule?.(value.trim());
    isUnderstood = says !== undefined;
    if (says !== undefined && !found.has(name)) found.set(name, says);
  }
  if (at === 0) return { content, decorated: {} };
  if (found.has('activate')) found.delete('dont_activate');
  if (found.has('position')) found.delete('depth');
  return {
    content: lines
      .slice(at)
      .join('\n')
      .replace(/^\s*\n/, ''),
    decorated: Object.assign({}, ...found.values()),
  };
}
