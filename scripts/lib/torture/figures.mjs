const FAULTS_KEPT_MAX = 20;

/** What a run did, counted by name, and the faults that its parts saw while it went on, by the check they belong to. */
export function createFigures() {
  const counts = new Map();
  const faults = new Map();
  return {
    count(name, by = 1) {
      counts.set(name, (counts.get(name) ?? 0) + by);
    },
    get: (name) => counts.get(name) ?? 0,
    /** The counts whose names begin with `prefix`, without it, most frequent first. */
    under: (prefix) =>
      [...counts]
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, count]) => [name.slice(prefix.length), count])
        .sort((a, b) => b[1] - a[1]),
    all: () => Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
    fault(check, subject, detail) {
      const found = faults.get(check) ?? [];
      found.push({ subject, detail });
      faults.set(check, found);
    },
    faultsOf: (check) => faults.get(check) ?? [],
  };
}

/** One line of the verdict: what was asked, how many it was asked of, and whoever failed. */
export function check(name, asked, faults) {
  return { name, asked, faults: faults.length, examples: faults.slice(0, FAULTS_KEPT_MAX) };
}
