import { FileRefused } from './refusal.ts';

const PDF_HEAD_BYTES = 1024;
/** Strays, in number or as a share of all characters; more of them is no text in any encoding we know. */
const CONTROLS_MAX = 2;
const CONTROLS_SHARE_MAX = 0.002;
/** A byte here and there that was broken on its way; more of them is another encoding. */
const BROKEN_SHARE_MAX = 0.005;
const CONTROLS = /(?!\s)\p{Cc}/gu;

/** ISO 32000-1, annex H: readers take a PDF whose header stands within the first 1024 bytes. */
export const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PDF_HEAD_BYTES)).includes('%PDF-');

/** Whether the first bytes of a file may begin a text or a PDF: a film is refused before all of it was sent. */
export const mayBeText = (head: Uint8Array): boolean => isPdf(head) || utf16Of(head) !== undefined || !head.includes(0);

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/**
 * A text in UTF-8, also with a few broken bytes, which are left out; in UTF-16 with a byte order mark; else in the old Western encoding that
 * spreadsheets still write. Throws FileRefused.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = new TextDecoder(utf16Of(bytes) ?? 'utf-8').decode(bytes);
  const broken = text.match(/\ufffd/gu)?.length ?? 0;
  const isUtf = utf16Of(bytes) !== undefined || broken <= text.length * BROKEN_SHARE_MAX;
  const decoded = isUtf ? text : new TextDecoder('windows-1252').decode(bytes);
  const controls = decoded.match(CONTROLS)?.length ?? 0;
  if (decoded.includes('\0') || controls > Math.max(CONTROLS_MAX, decoded.length * CONTROLS_SHARE_MAX))
    throw new FileRefused('not_text');
  return decoded;
}
