/**
 * Names that nobody may take: whoever reads one would think the house itself is speaking. Handles are compared as a whole; names of personas
 * word by word as well, in every way of writing them that looks alike.
 */
const HOUSE = ['troupe', 'admin', 'administrator', 'moderator', 'mod', 'support', 'staff', 'system', 'official'];

const HANDLES = new Set([
  ...HOUSE,
  ...['api', 'app', 'apps', 'auth', 'billing', 'bot', 'care', 'chat', 'checkout', 'creator', 'creators', 'developer'],
  ...[
    'developers',
    'discover',
    'everyone',
    'fan',
    'guest',
    'health',
    'help',
    'here',
    'house',
    'info',
    'legal',
    'login',
  ],
  ...[
    'logout',
    'mail',
    'media',
    'me',
    'metrics',
    'moderation',
    'news',
    'null',
    'owner',
    'payment',
    'payments',
    'payout',
  ],
  ...['payouts', 'persona', 'personas', 'postmaster', 'privacy', 'register', 'root', 'safety', 'search', 'security'],
  ...['service', 'settings', 'signin', 'signup', 'studio', 'team', 'terms', 'undefined', 'user', 'wallet', 'webmaster'],
  ...['www', 'you'],
]);

/** Whole names, as they read without spaces. */
const NAMES = new Set([
  ...HOUSE.filter((word) => word !== 'mod'),
  ...['troupesupport', 'troupeadmin', 'troupeteam', 'troupeofficial', 'troupestaff', 'troupemoderator', 'troupehelp'],
  ...['customersupport', 'customerservice', 'techsupport', 'helpdesk', 'supportteam', 'safetyteam', 'securityteam'],
  ...['moderationteam', 'paymentsteam', 'billingsupport', 'systemmessage', 'systemadministrator', 'sysadmin'],
]);
/** In company with one of these, the house's own name speaks for the house; alone, it is a name. */
const OFFICES = ['admin', 'administrator', 'moderator', 'support', 'staff', 'official', 'team', 'security', 'billing'];

/** Letters that are taken for Latin ones; NFKC has brought full-width and styled ones home before. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ѕ: 's', ј: 'j', т: 't', м: 'm', ԁ: 'd', п: 'n' },
  ...{ α: 'a', ο: 'o', ρ: 'p', τ: 't', υ: 'u', ι: 'i', ε: 'e', ν: 'v', κ: 'k', ı: 'i', ł: 'l', ø: 'o' },
  ...{ ᴀ: 'a', ʙ: 'b', ᴄ: 'c', ᴅ: 'd', ᴇ: 'e', ꜰ: 'f', ɢ: 'g', ʜ: 'h', ɪ: 'i', ᴋ: 'k', ʟ: 'l', ᴍ: 'm', ɴ: 'n' },
  ...{ ᴏ: 'o', ᴘ: 'p', ʀ: 'r', ꜱ: 's', ᴛ: 't', ᴜ: 'u', ᴠ: 'v', ᴡ: 'w', ʏ: 'y' },
  ...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i', '|': 'i' },
};

/** A name by its looks: small Latin letters and spaces. */
function looksOf(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '');
  const letters = [...plain].map((letter) => LOOKALIKES[letter] ?? letter).join('');
  return letters.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Whether a handle (small letters, digits, underscores) is kept for the house. */
export function isReservedHandle(handle: string): boolean {
  const bare = handle.replaceAll('_', '');
  return HANDLES.has(bare) || NAMES.has(looksOf(bare).replaceAll(' ', ''));
}

/** Whether a persona of this name would be taken for the house or its people. */
export function isReservedName(name: string): boolean {
  const looks = looksOf(name);
  const words = looks.split(' ');
  // Letters that are spelled out one by one are one word.
  if (NAMES.has(words.join(''))) return true;
  return words.includes('troupe') && words.some((word) => OFFICES.includes(word));
}
