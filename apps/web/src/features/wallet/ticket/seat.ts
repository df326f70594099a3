/** Rows are letters without I and O, as in a theatre: nobody takes them for figures. */
const ROWS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A message's seat: a row and a number from its id. A nickname for people, not a key. */
export function seatOf(messageId: string): { row: string; number: string } {
  const tail = Number.parseInt(messageId.replaceAll('-', '').slice(-8), 16) || 0;
  return { row: ROWS[tail % ROWS.length] ?? 'A', number: String((Math.floor(tail / ROWS.length) % 899) + 101) };
}

/** The widths of the bars that stand for an id, in thirds of a pixel step: drawn, not scanned. */
export function barsOf(messageId: string): number[] {
  return [...messageId.replaceAll('-', '')].flatMap((digit) => {
    const value = Number.parseInt(digit, 16) || 0;
    return [1 + (value & 3), 1 + (value >> 2)];
  });
}
