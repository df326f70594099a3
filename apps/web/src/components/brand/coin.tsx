/**
 * The coin: a disc with a spotlight falling across it. The one drawing of it, at any size; decorative, so the word
 * stands beside it or in a label.
 */
export function Coin({ size = 16, className }: { size?: number; className?: string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false" className={className}>
      <circle cx="12" cy="12" r="12" fill="oklch(0.62 0.135 60)" />
      <circle cx="12" cy="12" r="10.2" fill="oklch(0.815 0.158 76)" />
      <path d="M10.9 3.6h2.2l4.1 13.2a5.2 1.9 0 0 1-10.4 0z" fill="oklch(0.955 0.085 96)" />
      <ellipse cx="12" cy="17" rx="5.2" ry="1.9" fill="oklch(0.995 0.03 100)" />
    </svg>
  );
}
