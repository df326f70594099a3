/** The name, drawn: one brush for every letter, and the coin where the o stands. The caller's link carries the label. */
export function Wordmark({ height = 28, className }: { height?: number; className?: string }) {
  return (
    <svg
      height={height}
      width={(height * 214) / 68}
      viewBox="0 0 214 68"
      aria-hidden="true"
      focusable="false"
      className={className}
    >
      <g fill="none" stroke="currentColor" strokeWidth="10.5">
        <path d="M13 4v32.5c0 6.6 4 10 9.6 10H28M2 19.2h25" />
        <path d="M40.2 52V14M40.2 31c0-8.200 5.600-12.300 14.600-11.800" />
        <path d="M107.200 14v19.400c0 8.400 5 13.200 12.200 13.200s12.200-4.800 12.200-13.200V14M131.600 33v19" />
        <path d="M147.200 68V33a13.600 13.600 0 1 1 13.600 13.600c-3.600 0-6.800-1-9.600-3" />
        <path d="M184.400 33.600h26a13.300 13.300 0 1 0-4.200 9.200" />
      </g>
      <circle cx="79" cy="33" r="19.200" fill="oklch(0.62 0.135 60)" />
      <circle cx="79" cy="33" r="16.400" fill="oklch(0.815 0.158 76)" />
      <path d="M77.300 19.600h3.400l6.600 21.200a8.300 3 0 0 1-16.600 0z" fill="oklch(0.955 0.085 96)" />
      <ellipse cx="79" cy="41" rx="8.300" ry="3" fill="oklch(0.995 0.03 100)" />
    </svg>
  );
}
