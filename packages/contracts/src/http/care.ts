import * as z from '../zod.ts';

/** What a text asks of whoever shows it: `crisis` for somebody who speaks of harming themselves. */
export const care = z.enum(['crisis']);
export type Care = z.infer<typeof care>;
