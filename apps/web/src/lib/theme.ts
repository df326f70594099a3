export type Theme = 'system' | 'light' | 'dark';

/** A cookie and not storage, so that the server renders the right theme and nothing flashes. */
export const THEME_COOKIE = 'theme';

export function parseTheme(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system';
}
