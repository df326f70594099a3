import { barsOf } from './seat';

/** The code at the edge of a ticket, drawn from the message's id. */
export function Bars({ messageId, className }: { messageId: string; className?: string }) {
  let x = 0;
  const bars = barsOf(messageId).map((width, index) => {
    const bar = { x, width, black: index % 2 === 0 };
    x += width;
    return bar;
  });
  return (
    <svg viewBox={`0 0 ${x} 24`} preserveAspectRatio="none" aria-hidden="true" focusable="false" className={className}>
      {bars.map((bar) =>
        bar.black ? <rect key={bar.x} x={bar.x} width={bar.width} height="24" fill="currentColor" /> : null,
      )}
    </svg>
  );
}
