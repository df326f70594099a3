import type { z } from 'zod';
import { AppError } from '../errors/app-error.ts';

/** A cursor is opaque to clients: JSON in base64url. It holds positions only, nothing that grants anything. */
export function encodeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** The position in a cursor, checked against `schema`; a cursor that isn't ours is `validation_failed`. */
export function decodeCursor<Schema extends z.ZodType>(schema: Schema, cursor: string): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
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
