/** A failure that the person at the keyboard can mend: what is wrong, in one sentence, and what to do about it. */
export class Problem extends Error {
  constructor(message, remedy) {
    super(message);
    this.name = 'Problem';
    this.remedy = remedy;
  }
}

/** Prints a failure: a Problem, or anything else that carries a remedy, without its stack. */
export function printFailure(error) {
  if (error instanceof Error && typeof error.remedy === 'string') {
    console.error(`\n✗ ${error.message}\n  ${error.remedy}`);
  } else {
    console.error('\n✗ Something unexpected happened; this is a fault of the program, not yours.\n', error);
  }
}

/** Runs the body of a command; a failure is printed and makes the exit code 1. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    printFailure(error);
    process.exitCode = 1;
  }
}
