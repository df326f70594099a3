import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = 'node_modules/@fontsource/bricolage-grotesque/files';
const SUBSETS = ['latin', 'latin-ext', 'vietnamese'] as const;
/** From where the server runs up to the root of the repository, where packages are installed. */
const UPWARDS = ['.', '..', '../..'] as const;

/** What Bricolage Grotesque has letters for, in the subsets of its package: Latin with its extensions, and punctuation. */
const DRAWABLE = /^[\u0020-\u007e\u00a0-\u024f\u0259\u1e00-\u1eff\u2010-\u2027\u2030-\u203a\u20ab\u20ac\u2122]*$/;

/** Whether every letter can be drawn. What can't be would come out as boxes, or be asked for somewhere on the net. */
export const isDrawable = (text: string): boolean => DRAWABLE.test(text.normalize('NFC'));

let fonts: ReturnType<typeof read> | undefined;

/** The display face for pictures. Read once; they come with the packages, nothing is asked of the net. */
export function pictureFonts(): ReturnType<typeof read> {
  fonts ??= read();
  return fonts;
}

async function read() {
  return Promise.all(
    SUBSETS.map(async (subset) => ({
      // A name each: of two fonts with the same name, only one would be asked for a letter.
      name: `display-${subset}`,
      data: await readInstalled(`bricolage-grotesque-${subset}-600-normal.woff`),
      weight: 600 as const,
      style: 'normal' as const,
    })),
  );
}

/** The bundler doesn't take WOFF for a module, so they are looked for where they are installed. */
async function readInstalled(file: string): Promise<Buffer> {
  const tries = await Promise.allSettled(
    UPWARDS.map((up) => readFile(join(/* turbopackIgnore: true */ process.cwd(), up, FOLDER, file))),
  );
  const found = tries.find((one) => one.status === 'fulfilled');
  if (found === undefined) throw new Error(`the font ${file} is not installed`);
  return found.value;
}
