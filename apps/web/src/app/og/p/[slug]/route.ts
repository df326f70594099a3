import { drawPoster, readFace, visitorsApi } from '@/features/og/draw-poster';
import { formatPrice } from '@/lib/format';

interface Context {
  params: Promise<{ slug: string }>;
}

/** The picture of a persona's link. To a visitor a persona for adults is not there, and so it has none. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  return drawPoster(async () => {
    const persona = await visitorsApi(request.headers).personas.get(slug);
    if (persona.mature) return null;
    const { name, hook, hueDegrees, priceMicrocoins, tokenPrice, portrait } = persona;
    return {
      title: name,
      line: hook,
      foot: `Talk to them for ${formatPrice(priceMicrocoins, tokenPrice !== null)} a message`,
      hueDegrees,
      picture: await readFace(portrait),
    };
  });
}
