import type { Picture, PictureShape } from '@troupe/contracts/http/creator';

/** Widths in which pictures are rendered. The seed renders its portraits in the same. */
export const PICTURE_WIDTHS_PX = [160, 320, 640, 800] as const;

/** Width to height; undefined where the picture's own stays. */
export const RATIO: Readonly<Record<PictureShape, number | undefined>> = {
  portrait: 4 / 5,
  square: 1,
  free: undefined,
};

/** Path of one rendering below the media folder, or in the bucket. */
export const renderingPath = (key: string, widthPx: number): string => `${key}-${widthPx}.webp`;

/** Where browsers find the renderings of a picture; none for no picture. */
export function imagesOf(key: string | null): Picture['images'] {
  if (key === null || key === '') return [];
  return PICTURE_WIDTHS_PX.map((widthPx) => ({ url: `/media/${renderingPath(key, widthPx)}`, widthPx }));
}
