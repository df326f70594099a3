import { createHash } from 'node:crypto';
import type { PictureShape } from '@troupe/contracts/http/creator';
import { LIMITS } from '@troupe/contracts/limits';
import sharp from 'sharp';
import { AppError } from '../errors/app-error.ts';
import { oklchHue } from './oklch-hue.ts';
import { pictureRefused } from './picture-errors.ts';
import { PICTURE_WIDTHS_PX, RATIO } from './picture-shapes.ts';
import { sniffPicture } from './sniff-picture.ts';

/** Pixels of the picture as it is seen, its orientation applied. */
export interface Crop {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface RenderedPicture {
  /** Of the content: the same picture cropped alike always has the same. */
  hash: string;
  widthPx: number;
  heightPx: number;
  hueDegrees: number;
  renderings: { widthPx: number; bytes: Buffer }[];
}

const WEBP_QUALITY = 82;
/** The largest picture allowed takes under two seconds; whatever takes this long was made to. */
const DECODE_SECONDS_MAX = 10;
const FREE_HEIGHT_MAX_PX = 2_000;

// One picture's memory at a time is enough: what was decoded is not asked for again.
sharp.cache(false);

const open = (bytes: Buffer) =>
  sharp(bytes, { limitInputPixels: LIMITS.picturePixelsMax, failOn: 'error', pages: 1, sequentialRead: true });

/**
 * Somebody's picture, decoded and written anew: what was in the file besides its pixels (place, camera, thumbnails, anything hidden behind the end)
 * is not in the result. Colours are brought to sRGB. Throws `picture_refused`.
 */
export async function renderPicture(
  bytes: Buffer,
  shape: PictureShape,
  crop: Crop | undefined,
): Promise<RenderedPicture> {
  const format = sniffPicture(bytes);
  if (format === undefined) throw pictureRefused('not_a_picture');
  const size = await sizeOf(bytes, format);
  if (Math.min(size.width, size.height) < LIMITS.pictureSideMin) throw pictureRefused('too_small');
  const part = crop ?? { left: 0, top: 0, ...size };
  if (Math.min(part.width, part.height) < LIMITS.pictureSideMin) throw pictureRefused('too_small');
  if (part.left + part.width > size.width || part.top + part.height > size.height) throw pictureRefused('crop_outside');
  try {
    return await render(bytes, shape, part);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw pictureRefused('broken', cause);
  }
}

/** From the header alone: a bomb is refused before it is lit. */
async function sizeOf(bytes: Buffer, format: string): Promise<{ width: number; height: number }> {
  // Without libvips' own limit, so that the answer can say what is wrong; metadata decodes no pixel.
  const header = await sharp(bytes, { limitInputPixels: false, pages: 1 })
    .metadata()
    .catch((cause: unknown) => {
      throw pictureRefused('broken', cause);
    });
  if (header.format !== format) throw pictureRefused('not_a_picture');
  if (header.width * header.height > LIMITS.picturePixelsMax) throw pictureRefused('too_many_pixels');
  return header.autoOrient;
}

async function render(bytes: Buffer, shape: PictureShape, part: Crop): Promise<RenderedPicture> {
  const largestPx = PICTURE_WIDTHS_PX[PICTURE_WIDTHS_PX.length - 1] ?? part.width;
  const ratio = RATIO[shape];
  const widthPx = Math.min(largestPx, part.width, ratio === undefined ? part.width : Math.floor(part.height * ratio));
  const size =
    ratio === undefined
      ? ({ width: widthPx, height: FREE_HEIGHT_MAX_PX, fit: 'inside', withoutEnlargement: true } as const)
      : ({ width: widthPx, height: Math.round(widthPx / ratio), fit: 'cover', position: 'attention' } as const);
  // Decoded once; the smaller ones are made of the largest.
  const { data, info } = await open(bytes)
    .timeout({ seconds: DECODE_SECONDS_MAX })
    .autoOrient()
    .extract({ left: part.left, top: part.top, width: part.width, height: part.height })
    .resize(size)
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const drawn = () => sharp(data, { raw });
  const renderings = [];
  for (const width of PICTURE_WIDTHS_PX) {
    const rendered = drawn().resize({ width, withoutEnlargement: true }).webp({ quality: WEBP_QUALITY });
    renderings.push({ widthPx: width, bytes: await rendered.toBuffer() });
  }
  const { dominant } = await drawn().stats();
  const hash = createHash('sha256');
  for (const { bytes: content } of renderings) hash.update(content);
  return {
    hash: hash.digest('hex'),
    widthPx: info.width,
    heightPx: info.height,
    hueDegrees: Math.round(oklchHue(dominant)),
    renderings,
  };
}
