const WARM_UP_SECONDS = 2;

/**
 * Keeps `concurrency` calls of `operation` on their way for some seconds and answers calls per second and latency in milliseconds.
 * An operation answers true, or false for a refusal; an error ends the run.
 */
export async function measure(operation, { concurrency, seconds, halfway, signal }) {
  const latencies = [];
  let done = 0;
  let refused = 0;
  let counting = false;
  let until = Number.POSITIVE_INFINITY;
  const worker = async (number) => {
    for (let round = 0; performance.now() < until; round += 1) {
      signal.throwIfAborted();
      const startedAt = performance.now();
      const ok = await operation(number, round);
      if (!counting) continue;
      if (ok) done += 1;
      else refused += 1;
      latencies.push(performance.now() - startedAt);
    }
  };
  const workers = Array.from({ length: concurrency }, (_, number) => worker(number));
  const all = Promise.all(workers);
  await Promise.race([all, passed(WARM_UP_SECONDS)]);
  counting = true;
  const from = performance.now();
  until = from + seconds * 1000;
  if (halfway !== undefined) await Promise.race([all, passed(seconds / 2)]).then(halfway);
  await all;
  const elapsed = (performance.now() - from) / 1000;
  latencies.sort((a, b) => a - b);
  const quantile = (share) => Number((latencies[Math.floor(latencies.length * share)] ?? 0).toFixed(2));
  return { perSecond: done / elapsed, p50Ms: quantile(0.5), p99Ms: quantile(0.99), refused };
}

const passed = (seconds) => new Promise((resume) => setTimeout(resume, seconds * 1000).unref());
