import { drawPoster, readFace, visitorsApi } from '@/features/og/draw-poster';

interface Context {
  params: Promise<{ handle: string }>;
}

const AMBER_HUE_DEGREES = 76;
const LINE_CHARS_MAX = 120;

/** The picture of a creator's link: their own, or the first of those they write for everybody. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { handle } = await params;
  return drawPoster(async () => {
    const { community } = visitorsApi(request.headers);
    const [creator, { items }] = await Promise.all([
      community.creator(handle),
      community.personasOf(handle, { limit: 1 }),
    ]);
    const [first] = items;
    return {
      title: creator.displayName,
      line: firstLine(creator.bio),
      foot: `@${creator.handle}`,
      hueDegrees: first?.hueDegrees ?? AMBER_HUE_DEGREES,
      picture: (await readFace(creator.picture)) ?? (await readFace(first?.portrait ?? [])),
    };
  });
}

function firstLine(bio: string): string | null {
  const [line = ''] = bio.split('\n');
  if (line === '') return null;
  return line.length <= LINE_CHARS_MAX ? line : `${line.slice(0, LINE_CHARS_MAX).trimEnd()}…`;
}
