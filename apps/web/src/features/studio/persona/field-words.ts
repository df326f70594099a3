import { PERSONA_CATEGORIES } from '@troupe/contracts/http/creator-persona';
import { SLIDERS } from '@troupe/contracts/sliders';
import { coinWord, formatCoins } from '../../../lib/format';

const FIELDS: Readonly<Record<string, string>> = {
  name: 'Name',
  hook: 'In one line',
  description: 'Their story',
  looks: 'Looks',
  category: 'Category',
  tags: 'Tags',
  mature: 'Only for adults',
  pictureKey: 'Picture',
  hueDegrees: 'Their light',
  personality: 'Personality',
  scenario: 'Where it begins',
  sliders: 'Manner',
  systemPrompt: 'Main instruction',
  postHistory: 'After the last message',
  nickname: 'Nickname',
  greeting: 'Greeting',
  alternativeGreetings: 'Other greeting',
  exampleDialogue: 'Dialogue',
  starters: 'What fans could say',
  voice: 'Voice',
  card: 'What else their card says',
  price: 'Price',
  'voice.language': 'Voice: language',
  'voice.pitchPercent': 'Voice: pitch',
  'voice.pacePercent': 'Voice: pace',
  'price.kind': 'Price: how it is counted',
  'price.priceMicrocoins': 'Price of a message',
  'price.baseMicrocoins': 'Price: base',
  'price.inputRateMicrocoins': 'Price: 1,000 tokens read',
  'price.outputRateMicrocoins': 'Price: 1,000 tokens written',
};

/** What a field, or a part of one as `exampleDialogue.2`, is called in the form. */
export function fieldName(place: string): string {
  const known = FIELDS[place];
  if (known !== undefined) return known;
  const [field = '', part = '', detail] = place.split('.');
  if (field === 'lorebook') return loreName(part, place.split('.').at(-1) ?? '', detail !== undefined);
  if (field === 'sliders') return SLIDERS[part as keyof typeof SLIDERS]?.label ?? 'Manner';
  const name = FIELDS[field] ?? field;
  return /^\d+$/.test(part) ? `${name} ${Number(part) + 1}` : name;
}

const LORE_FIELDS: Readonly<Record<string, string>> = {
  order: 'the order of entries',
  more: 'changes besides',
  keys: 'keys',
  content: 'text',
  isEnabled: 'switched on',
};

/** A part of the lorebook: `entries.<id>.content`, `settings.isRecursive`, `order`. */
function loreName(part: string, last: string, isDetail: boolean): string {
  const what = LORE_FIELDS[last] ?? last;
  if (part !== 'entries') return `Lorebook: ${what}`;
  return isDetail && LORE_FIELDS[last] !== undefined ? `Lorebook entry: ${what}` : 'Lorebook entry';
}

/** A value as people read it; empty for none. */
export function fieldValue(place: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (place.endsWith('Microcoins') && typeof value === 'number') return `${formatCoins(value)} ${coinWord(value)}`;
  if (place.endsWith('Percent')) return `${String(value)} %`;
  if (place === 'hueDegrees') return `${Math.round(Number(value))}°`;
  if (place === 'pictureKey') return 'A picture';
  if (place === 'card') return 'Kept for other programs';
  if (place === 'price.kind') return value === 'flat' ? 'One price a message' : 'By length';
  if (place === 'category') return PERSONA_CATEGORIES[value as keyof typeof PERSONA_CATEGORIES] ?? String(value);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'object' && 'fan' in value && 'persona' in value)
    return `Fan: ${value.fan}\nThey: ${value.persona}`;
  if (typeof value === 'object' && 'name' in value && 'content' in value) return `${value.name}\n${value.content}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
