/** Quantiles of latencies, in milliseconds. */
export function quantiles(latencies) {
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (share) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2));
  return { p50Ms: at(0.5), p99Ms: at(0.99) };
}

export const round = (value, digits = 2) => Number(value.toFixed(digits));
