import { ApiError, createApiClient } from '@troupe/api-client';
import { ImageResponse } from 'next/og';
import sharp from 'sharp';
import { onBehalfOf } from '@/lib/api/on-behalf';
import { apiInternalUrl } from '@/lib/env';
import { fewAtOnce } from './few-at-once';
import { isDrawable, pictureFonts } from './fonts';
import { Poster, type PosterProps } from './poster';
import { PICTURE_SIZE } from './shared-picture';

const PICTURE_TIMEOUT_MS = 4_000;
const FACE = { width: 504, height: 630 };
/** Its address changes with what is drawn; a day later somebody may ask for an old one again. */
const CACHE = 'public, max-age=86400, stale-while-revalidate=604800';

/** As a visitor, whoever asks: what is kept of a picture on the way is the same for everybody. */
export const visitorsApi = (headers: Headers) =>
  createApiClient({ baseUrl: apiInternalUrl(), headers: onBehalfOf(headers) });

/** What `read` answers as a picture; 404 where it answers null, or the API knows nobody, and 503 when too many ask at once. */
export async function drawPoster(read: () => Promise<PosterProps | null>): Promise<Response> {
  return (await fewAtOnce(() => draw(read))) ?? later();
}

const later = () => new Response(null, { status: 503, headers: { 'retry-after': '10' } });

async function draw(read: () => Promise<PosterProps | null>): Promise<Response> {
  const poster = await read().catch((error: unknown) => {
    if (!(error instanceof ApiError)) throw error;
    if (['not_found', 'validation_failed'].includes(error.code)) return null;
    if (['rate_limited', 'busy'].includes(error.code)) return 'later';
    throw error;
  });
  if (poster === 'later') return later();
  if (poster === null) return new Response(null, { status: 404 });
  const drawable = (text: string | null): string | null => (text !== null && isDrawable(text) ? text : null);
  const drawn = { ...poster, title: drawable(poster.title), line: drawable(poster.line) };
  const picture = new ImageResponse(<Poster {...drawn} />, { ...PICTURE_SIZE, fonts: await pictureFonts() });
  // Drawn while it is read: the place is kept until it is whole.
  return new Response(await picture.arrayBuffer(), {
    headers: { 'content-type': 'image/png', 'cache-control': CACHE },
  });
}

/** The largest of a picture's sizes as a data URL: WebP can't be drawn as it is. Null when there is none or it can't be read. */
export async function readFace(images: readonly { url: string; widthPx: number }[]): Promise<string | null> {
  const largest = images.toSorted((a, b) => b.widthPx - a.widthPx)[0];
  if (largest === undefined) return null;
  const response = await fetch(apiInternalUrl() + largest.url, { signal: AbortSignal.timeout(PICTURE_TIMEOUT_MS) });
  if (!response.ok) return null;
  const picture = sharp(Buffer.from(await response.arrayBuffer())).resize({ ...FACE, fit: 'cover' });
  return `data:image/jpeg;base64,${(await picture.jpeg({ quality: 85 }).toBuffer()).toString('base64')}`;
}
