const MICRO = 1_000_000;
/** Beyond this a number is no longer exact; nobody has as many coins. */
const COINS_MAX = 1_000_000_000;

/**
 * Coins as people type them → microcoins: `20`, `2.5`, `1,200`, `.5`. Null for what is no amount, is finer than a microcoin, or is out of
 * all bounds. A comma groups thousands, as in the amounts that we show.
 */
export function parseCoins(text: string): number | null {
  const match = /^(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d{1,6}))?$/.exec(text.trim());
  if (match === null) return null;
  const [, whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return null;
  const coins = Number(whole.replaceAll(',', ''));
  if (coins > COINS_MAX) return null;
  return coins * MICRO + Number(fraction.padEnd(6, '0'));
}
