export type PictureFormat = 'jpeg' | 'png' | 'webp';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];

/**
 * What the first bytes say that a file is, whatever its sender called it; undefined for all else. Nothing else ever reaches the decoders, which know
 * far more formats (SVG among them) than anybody needs here. The marks are those of PNG (3rd ed., 5.2), JPEG (T.81, B.1.1.3) and RIFF/WebP (RFC 9649, 2.4).
 */
export function sniffPicture(bytes: Uint8Array): PictureFormat | undefined {
  if (startsWith(bytes, PNG)) return 'png';
  if (startsWith(bytes, JPEG)) return 'jpeg';
  const mark = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  return mark.startsWith('RIFF') && mark.slice(8) === 'WEBP' ? 'webp' : undefined;
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);
