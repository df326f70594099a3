const LOOK_INTERVAL_MS = 1000;

/**
 * Calls back when the process that started us is gone. npm starts its scripts through a shell, which dies of a SIGTERM
 * without passing it on: whatever the script started would go on with nobody to stop it.
 */
export function whenParentGone(callback) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  // The end of a parent is announced to nobody, so look.
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, LOOK_INTERVAL_MS);
  timer.unref();
}
