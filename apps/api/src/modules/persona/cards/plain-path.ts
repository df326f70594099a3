/** Nothing that is another place, or another name, on any system. */
export function isPlainPath(path: string): boolean {
  const steps = path.split('/');
  return (
    path !== '' &&
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    !/[\x00-\x1f\x7f\\:]/.test(path) &&
    path.isWellFormed() &&
    steps.every((step, index) => (step !== '' || index === steps.length - 1) && step !== '.' && step !== '..')
  );
}
