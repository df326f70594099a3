/** What a persona is for, as discovery sorts them. */
export const PERSONA_CATEGORIES = {
  companion: 'Companions',
  romance: 'Romance',
  adventure: 'Adventure',
  fantasy: 'Fantasy',
  'science-fiction': 'Science fiction',
  mystery: 'Mystery',
  horror: 'Horror',
  history: 'History',
  comedy: 'Comedy',
  'everyday-life': 'Everyday life',
  advice: 'Advice',
  learning: 'Learning',
  games: 'Games',
  other: 'Other',
} as const;
export type PersonaCategory = keyof typeof PERSONA_CATEGORIES;
