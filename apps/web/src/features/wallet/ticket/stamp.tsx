/** The stamp across a ticket whose coins went back. */
export function Stamp({ small = false }: { small?: boolean }) {
  return (
    <p className={small ? 'stamp stamp-small' : 'stamp'}>
      <span>Coins returned</span>
    </p>
  );
}
