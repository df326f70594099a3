import { createHash } from 'node:crypto';
import { access, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { composePortrait } from './portraits/index.ts';

/** The widths that the API offers (modules/persona/persona.presenter.ts); the drawing's own width is the largest. */
const WIDTHS_PX = [160, 320, 640, 800];
const WEBP_QUALITY = 82;
/** Portraits rendered at a time: one a core of a small machine. */
const RENDERS_AT_ONCE = 2;

export interface RenderedPortrait {
  slug: string;
  /** Path below the media folder without width and ending; it changes with the drawing, so browsers may keep files for ever. */
  key: string;
}

/** Composes every portrait and renders those whose files are missing. */
export async function renderPortraits(slugs: readonly string[], mediaDir: string): Promise<RenderedPortrait[]> {
  await mkdir(join(mediaDir, 'portraits'), { recursive: true });
  const queue = slugs.map((slug) => ({ slug, svg: composePortrait(slug) }));
  const rendered: RenderedPortrait[] = [];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const hash = createHash('sha256').update(next.svg).digest('hex').slice(0, 10);
      const key = `portraits/${next.slug}-${hash}`;
      await renderMissing(next.svg, mediaDir, key);
      rendered.push({ slug: next.slug, key });
    }
  };
  await Promise.all(Array.from({ length: RENDERS_AT_ONCE }, work));
  return rendered;
}

async function renderMissing(svg: string, mediaDir: string, key: string): Promise<void> {
  const fileOf = (widthPx: number): string => join(mediaDir, `${key}-${widthPx}.webp`);
  if ((await Promise.all(WIDTHS_PX.map((widthPx) => exists(fileOf(widthPx))))).every(Boolean)) return;
  // The drawing's filters are the expensive part: draw once, then only shrink.
  const drawing = await sharp(Buffer.from(svg)).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = drawing.info;
  for (const widthPx of WIDTHS_PX) {
    const part = `${fileOf(widthPx)}.part`;
    await sharp(drawing.data, { raw: { width, height, channels } })
      .resize(widthPx)
      .webp({ quality: WEBP_QUALITY })
      .toFile(part);
    // A file appears whole or not at all, also when the seeding is interrupted.
    await rename(part, fileOf(widthPx));
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
