import { ApiError, createApiClient } from '@troupe/api-client';
import type { PersonaPage } from '@troupe/contracts/http/persona';
import { slugParam } from '@troupe/contracts/http/persona';
import { ImageResponse } from 'next/og';
import sharp from 'sharp';
import { isDrawable, pictureFonts } from '@/features/og/fonts';
import { PersonaPicture } from '@/features/og/persona-picture';
import { PICTURE_SIZE } from '@/features/og/persona-picture-path';
import { onBehalfOf } from '@/lib/api/on-behalf';
import { apiInternalUrl } from '@/lib/env';

const PORTRAIT_TIMEOUT_MS = 4_000;
/** Its address changes with what is drawn; a day later somebody else may ask for an old one again. */
const CACHE = 'public, max-age=86400, stale-while-revalidate=604800';

interface Context {
  params: Promise<{ slug: string }>;
}

/**
 * The picture of a persona's link, as a visitor would meet them, whoever asks: so of a persona for adults there is none, and what is kept of it on the way is the
 * same for everybody.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  if (!slugParam.safeParse({ slug }).success) return new Response(null, { status: 404 });
  const persona = await readPersona(slug, request.headers);
  if (persona === null) return new Response(null, { status: 404 });
  const { name, hook, hueDegrees, priceMicrocoins } = persona;
  return new ImageResponse(
    <PersonaPicture
      name={isDrawable(name) ? name : null}
      hook={isDrawable(hook) ? hook : null}
      price={{ microcoins: priceMicrocoins }}
      hueDegrees={hueDegrees}
      portrait={await readPortrait(persona)}
    />,
    { ...PICTURE_SIZE, fonts: await pictureFonts(), headers: { 'cache-control': CACHE } },
  );
}

async function readPersona(slug: string, headers: Headers): Promise<PersonaPage | null> {
  const api = createApiClient({ baseUrl: apiInternalUrl(), headers: onBehalfOf(headers) });
  try {
    const persona = await api.personas.get(slug);
    return persona.mature ? null : persona;
  } catch (error) {
    if (error instanceof ApiError && error.code === 'not_found') return null;
    throw error;
  }
}

/** Portraits are WebP, which can't be drawn into a picture as it is. */
async function readPortrait({ portrait }: PersonaPage): Promise<string | null> {
  const largest = portrait.toSorted((a, b) => b.widthPx - a.widthPx)[0];
  if (largest === undefined) return null;
  const response = await fetch(apiInternalUrl() + largest.url, { signal: AbortSignal.timeout(PORTRAIT_TIMEOUT_MS) });
  if (!response.ok) return null;
  const { width, height } = { width: 504, height: 630 };
  const picture = sharp(Buffer.from(await response.arrayBuffer())).resize(width, height, { fit: 'cover' });
  return `data:image/jpeg;base64,${(await picture.jpeg({ quality: 85 }).toBuffer()).toString('base64')}`;
}
