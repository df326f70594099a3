const SHOW_AFTER_MS = 150;

/** Shows what is going on: one line a step, with its time when it is done. */
export function createProgress({ out = process.stdout } = {}) {
  const live = out.isTTY === true;
  return {
    /**
     * Runs a step. What it returns, if that is a string, is shown behind its name.
     * A step that has nothing to do returns `null` and leaves no line.
     */
    async step(label, work) {
      const startedAt = performance.now();
      // On a terminal the line appears at once and is replaced; in a log only the finished line is written.
      const shown = live ? setTimeout(() => out.write(`  … ${label}`), SHOW_AFTER_MS) : undefined;
      const erase = () => {
        clearTimeout(shown);
        if (live) out.write('\r\u001b[2K');
      };
      try {
        const note = await work();
        erase();
        if (note === null) return;
        const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
        out.write(`  ✓ ${label}${typeof note === 'string' ? `: ${note}` : ''} (${seconds} s)\n`);
      } catch (error) {
        erase();
        throw error;
      }
    },
  };
}
