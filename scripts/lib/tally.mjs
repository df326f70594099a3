/** Counts tests over several runners and says at the end how they went. */
export function createTally() {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  return {
    add({ passed = 0, failed = 0, skipped = 0 }) {
      counts.passed += passed;
      counts.failed += failed;
      counts.skipped += skipped;
    },
    /** Prints the last line, which machines read, and sets the exit code. */
    finish() {
      const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
      console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
      // Nothing run is no success.
      process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
    },
  };
}

/** How long a step took, for its line. */
export function secondsSince(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}
