/** A failure that the person at the keyboard can mend: one sentence of what is wrong and one of what to do about it. */
export class EmbeddedPostgresProblem extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.name = 'EmbeddedPostgresProblem';
    this.remedy = remedy;
  }
}

/** The `code` of a system error (`ENOENT`, `EACCES`, …), or undefined. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
