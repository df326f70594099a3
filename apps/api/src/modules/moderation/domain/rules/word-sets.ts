const AGES = Array.from({ length: 15 }, (_, index) => String(index + 3));
const AGE_WORDS = [
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
];

/** Sets of words that several phrases share, by the name that stands after the @. Small letters, no accents, no apostrophes. */
export const WORD_SETS = {
  age: [...AGES, ...AGE_WORDS, 'sixteen', 'seventeen'],
  ageyo: AGES.flatMap((age) => [`${age}yo`, `${age}yr`, `${age}yrs`]),
  minor: [
    ...['child', 'children', 'kid', 'kids', 'minor', 'minors', 'toddler', 'toddlers', 'infant', 'preteen', 'preteens'],
    ...['schoolgirl', 'schoolgirls', 'schoolboy', 'schoolboys', 'loli', 'lolis', 'shota', 'shotas', 'underage'],
  ],
  porn: ['porn', 'porno', 'pornography', 'hentai', 'nudes', 'erotica', 'smut'],
  request: ['send', 'show', 'give', 'share', 'trade', 'sell', 'buy', 'write', 'generate', 'draw', 'download'],
  make: [
    ...['make', 'making', 'build', 'building', 'synthesize', 'synthesise', 'synthesizing', 'synthesising', 'cook'],
    ...[
      'produce',
      'producing',
      'create',
      'creating',
      'culture',
      'weaponize',
      'weaponise',
      'assemble',
      'brew',
      'construct',
    ],
  ],
  agent: [
    ...['sarin', 'tabun', 'soman', 'novichok', 'vx', 'anthrax', 'ricin', 'smallpox', 'botulinum', 'phosgene'],
    ...['bioweapon', 'bioweapons', 'nuke', 'nukes'],
  ],
  madly: ['do', 'just', 'really', 'so', 'honestly', 'literally', 'actually', 'seriously', 'genuinely', 'only'],
  anymore: ['anymore', 'longer'],
} as const satisfies Record<string, readonly string[]>;
