/** A migration that cannot go on, said in a sentence, with what to do about it. */
export class MigrationProblem extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.name = 'MigrationProblem';
    this.remedy = remedy;
  }
}

/**
 * Turns what the engine throws into a sentence and a remedy.
 * @param cause what the database or the engine said about it, where that is known better than from the exception.
 */
export function explainEngineFailure(error: unknown, cause: string | undefined): MigrationProblem {
  const text = (error instanceof Error ? error.message : String(error)).trim();
  const failing = /migration_name="([^"]+)"/.exec(text)?.[1];
  if (failing !== undefined) {
    return new MigrationProblem(
      `The migration ${failing} failed: ${cause ?? text}`,
      `Nothing of it was applied, unless it commits itself. Mend its migration.sql, then run: ${retry(failing)}`,
    );
  }
  const earlier = /`([^`]+)` migration started at/.exec(text)?.[1];
  if (earlier !== undefined) {
    return new MigrationProblem(
      `The migration ${earlier} failed earlier and stands in the way of the others.`,
      `Mend its migration.sql, then run: ${retry(earlier)}`,
    );
  }
  return new MigrationProblem(
    `The migration engine gave up: ${cause ?? text}`,
    'node prisma/migrate.ts status may tell more.',
  );
}

function retry(name: string): string {
  return `node prisma/migrate.ts rolled-back ${name} && node prisma/migrate.ts deploy`;
}
