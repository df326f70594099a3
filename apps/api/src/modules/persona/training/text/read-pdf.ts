import { LIMITS } from '@troupe/contracts/limits';
import { FileRefused } from './refusal.ts';

const PAGES_MAX = 3_000;

/** The text of a PDF, a paragraph a block as far as one can see. Scripts, links and attached files in it are not looked at. Throws FileRefused. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  // Only for a file that is one: a megabyte and a half of code.
  const { getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(bytes, { verbosity: 0, stopAtErrors: false }).catch((cause: unknown) => {
    throw new FileRefused(cause instanceof Error && cause.name === 'PasswordException' ? 'locked' : 'broken');
  });
  if (document.numPages > PAGES_MAX) throw new FileRefused('too_long');
  const pages: string[] = [];
  let chars = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = items
      .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
      .join('')
      .trim();
    page.cleanup();
    chars += text.length;
    if (chars > LIMITS.trainingFileCharsMax * 2) throw new FileRefused('too_long');
    if (text !== '') pages.push(text);
  }
  return pages.join('\n\n');
}
