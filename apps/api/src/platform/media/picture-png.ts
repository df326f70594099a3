import sharp from 'sharp';

const PLAIN_WIDTH_PX = 400;
const PLAIN_HEIGHT_PX = 500;

/** One of our own renderings. */
export async function toPng(rendering: Buffer): Promise<Buffer> {
  return sharp(rendering).png().toBuffer();
}

/** What stands for a picture where there is none. */
export async function plainPng(hueDegrees: number): Promise<Buffer> {
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${PLAIN_WIDTH_PX}" height="${PLAIN_HEIGHT_PX}"><rect width="100%" height="100%" fill="hsl(${Math.round(hueDegrees)} 30% 40%)"/></svg>`;
  return sharp(Buffer.from(picture)).png().toBuffer();
}
