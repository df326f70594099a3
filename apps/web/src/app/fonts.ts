import localFont from 'next/font/local';

// One weight: the variable file is 19 kB more on the way to the first picture, for weights that only headings would use.
const display = localFont({
  src: '../../../../node_modules/@fontsource/bricolage-grotesque/files/bricolage-grotesque-latin-600-normal.woff2',
  variable: '--font-bricolage',
  weight: '600',
  display: 'swap',
  // styles/fallback-fonts.css knows more stand-ins than Next's Arial, which phones don't have.
  adjustFontFallback: false,
});

const reading = localFont({
  src: '../../../../node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2',
  variable: '--font-figtree',
  weight: '300 900',
  display: 'swap',
  adjustFontFallback: false,
});

const amounts = localFont({
  src: '../../../../node_modules/@fontsource-variable/geist-mono/files/geist-mono-latin-wght-normal.woff2',
  variable: '--font-geist-mono',
  weight: '100 900',
  display: 'swap',
  // Amounts are small and few on a first screen: names and text come first on a slow line.
  preload: false,
  adjustFontFallback: false,
  fallback: ['ui-monospace', 'SFMono-Regular', 'Menlo', 'Consolas', 'monospace'],
});

/** The class names that define the font variables, for the root element. */
export const fontVariables = `${display.variable} ${reading.variable} ${amounts.variable}`;
