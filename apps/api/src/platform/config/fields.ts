import { z } from 'zod';

/** A number in an environment variable, within bounds. */
export const integer = (min: number, max: number, fallback: number) =>
  z.coerce.number().int().min(min).max(max).default(fallback);
