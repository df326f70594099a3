import type { Theme } from '@/lib/theme';
import { THEME_COOKIE } from '@/lib/theme';

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Switches this page and remembers it for the next ones. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') root.removeAttribute('data-theme');
  else root.setAttribute('data-theme', theme);
  const value = theme === 'system' ? '; max-age=0' : `${theme}; max-age=${ONE_YEAR_SECONDS}`;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that is served
  document.cookie = `${THEME_COOKIE}=${value}; path=/; samesite=lax`;
}
