import type { Appearance } from '@stripe/stripe-js';

/* Stripe's frame can't read our custom properties, nor OKLCH: the tokens of globals.css once more, as it takes them. */
const DARK = {
  colorPrimary: '#f3ae32',
  colorBackground: '#1c1713',
  colorText: '#f5f0e8',
  colorTextSecondary: '#b8afa3',
  colorDanger: '#ff9c8a',
};
const LIGHT = {
  colorPrimary: '#8a5200',
  colorBackground: '#fffdf9',
  colorText: '#251c14',
  colorTextSecondary: '#5f564d',
  colorDanger: '#b3261e',
};

/** The Payment Element in the house's colours, by day or by night as the page is now. */
export function stripeLooks(): Appearance {
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  const dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  return {
    theme: dark ? 'night' : 'stripe',
    variables: { ...(dark ? DARK : LIGHT), borderRadius: '16px', fontSizeBase: '16px', spacingUnit: '4px' },
  };
}
