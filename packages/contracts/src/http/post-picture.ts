import * as z from '../zod.ts';
import { image } from './persona-brief.ts';

/** Sizes are those of the largest rendering. */
export const postPicture = z.strictObject({
  key: z.string(),
  alt: z.string(),
  widthPx: z.int(),
  heightPx: z.int(),
  images: z.array(image),
});
export type PostPicture = z.infer<typeof postPicture>;
