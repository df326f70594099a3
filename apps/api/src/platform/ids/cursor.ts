import { z } from 'zod';
import { type $ZodType, type output, parse } from 'zod/v4/core';
import { AppError } from '../errors/app-error.ts';

/** An instant in a cursor: exactly what `toISOString` writes, in the years that Postgres and Date agree on. */
export const cursorInstant = z.string().refine((text) => {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.getTime() >= 0 && text.length === 24 && date.toISOString() === text;
});

/** A cursor is opaque to clients: JSON in base64url. It holds positions only, nothing that grants anything. */
export function encodeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** The position in a cursor, checked against `schema`; a cursor that isn't ours is `validation_failed`. */
export function decodeCursor<Schema extends $ZodType>(schema: Schema, cursor: string): output<Schema> {
  try {
    return parse(schema, JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch (cause) {
    throw new AppError(
      'validation_failed',
      'This cursor is not one of ours',
      [{ path: 'cursor', problem: 'unknown' }],
      {
        cause,
      },
    );
  }
}
